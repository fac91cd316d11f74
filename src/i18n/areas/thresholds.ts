import { area } from '../area';

/** «Настройки»: what each threshold is called and what it decides, sections, origins, checks, hints for typing. */
export const thresholds = area({
  ru: {
    'settings.section.classes': 'Классы по выручке (ABC)',
    'settings.section.potential': 'Потенциал и классы ABCD',
    'settings.section.regularity': 'Ровность покупок (XYZ) и баллы RFM',
    'settings.section.dependency': 'Зависимость от клиентов',
    'settings.section.keyClients': 'Ключевые клиенты',
    'settings.section.health': 'Здоровье базы',
    'settings.section.rhythm': 'Статус клиента: активный, остывает, уснувший, потерян',
    'settings.section.team': 'Тип продаж и отдел',
    'settings.section.deals': 'Сделки и прогноз',
    'settings.section.dossiers': 'Досье',
    'settings.origin.seed': 'Книги, по которым построен Clientele',
    'settings.origin.field': 'Общепринятая практика',
    'settings.origin.ours': 'Правило Clientele',
    'settings.check': 'Проверка',
    'settings.check.ok': 'Пороги согласованы между собой.',
    'settings.check.order': 'Должны расти по порядку:',
    'settings.check.pair': ' «{lower}» < «{upper}».',
    'settings.unit.days': 'дн.',
    'settings.unit.months': 'мес.',
    'count.thresholdDay': 'день|дня|дней',
    'count.thresholdMonth': 'месяц|месяца|месяцев',
    'settings.input.share': 'Введите долю от 0\u00a0% до 100\u00a0%, например 80\u00a0%.',
    'settings.input.points': 'Введите число от 0 до 10\u00a0000 пунктов.',
    'settings.input.days': 'Введите целое число дней от {min} до {max}.',
    'settings.input.months': 'Введите целое число месяцев от {min} до {max}.',
    'settings.input.count': 'Введите целое число от {min} до {max}.',
    'settings.input.money': 'Введите сумму в валюте файла, не меньше нуля.',
    'settings.input.times': 'Введите число от {min} до {max}, например 1,5.',
    'settings.input.level': 'Введите число от {min} до {max}, например 0,5.',
    'settings.classA': 'Граница класса A',
    'settings.classA.meaning':
      'Клиент – A (основная выручка), пока до него накоплено меньше этой доли; отсчёт «накоплено до клиента» – правило Clientele.',
    'settings.classB': 'Граница класса B',
    'settings.classB.meaning':
      'Дальше клиент – B (средний), пока накоплено меньше этой доли; остальные – C (небольшие).',
    'settings.classCore': 'Граница ядра класса A',
    'settings.classCore.meaning':
      'Клиенты A, до которых накоплено меньше этой доли, – ядро; 0\u00a0% – ядро не выделяется.',
    'settings.budgetLimit': 'Предел доли в бюджете',
    'settings.budgetLimit.meaning': 'Наша доля в бюджете клиента меньше этой – клиент может брать больше.',
    'settings.muchSum': 'Берёт много: сумма за год',
    'settings.muchSum.meaning': 'При выборе «по сумме»: выручка за год не меньше этой – клиент берёт много.',
    'settings.muchTop': 'Берёт много: число клиентов',
    'settings.muchTop.meaning':
      'При выборе «первые по выручке»: столько крупнейших клиентов считаются берущими много.',
    'settings.headroomNote': 'Заметный резерв роста',
    'settings.headroomNote.meaning':
      'Резерв роста клиента не меньше этой доли всей выручки – о нём сказано и у клиентов B и D.',
    'settings.peersLeast': 'Похожих клиентов не меньше',
    'settings.peersLeast.meaning':
      'Потенциал по похожим оценивается, только если в сегменте не меньше стольких клиентов.',
    'settings.peersPercentile': 'Ориентир по похожим клиентам',
    'settings.peersPercentile.meaning':
      'Потенциал – выручка, которой достигает эта доля похожих клиентов (75\u00a0% – три клиента из четырёх берут не больше).',
    'settings.xyzX': 'XYZ: граница X',
    'settings.xyzX.meaning':
      'Разброс месячной выручки (коэффициент вариации) не больше этого – X, покупает ровно.',
    'settings.xyzY': 'XYZ: граница Y',
    'settings.xyzY.meaning':
      'Разброс до этого – Y, покупает неровно; больше – Z, покупает от случая к случаю.',
    'settings.xyzMonths': 'XYZ: месяцев не меньше',
    'settings.xyzMonths.meaning': 'При меньшем сроке от первой покупки ровность не оценивается.',
    'settings.xyzPurchases': 'XYZ: покупок не меньше',
    'settings.xyzPurchases.meaning': 'При меньшем числе покупок ровность не оценивается.',
    'settings.rfmLeast': 'RFM: клиентов не меньше',
    'settings.rfmLeast.meaning':
      'Если клиентов меньше, баллы RFM не показываются: групп для сравнения не набрать.',
    'settings.rfmQuintiles': 'RFM: пять групп от',
    'settings.rfmQuintiles.meaning': 'От стольких клиентов баллы от 1 до 5, при меньшем числе – от 1 до 3.',
    'settings.flagLarge': 'Крупный клиент',
    'settings.flagLarge.meaning': 'Доля клиента не меньше этой – крупный клиент.',
    'settings.flagCritical': 'Критическая зависимость',
    'settings.flagCritical.meaning': 'Доля больше этой – критическая зависимость.',
    'settings.flagMono': 'Моноклиент',
    'settings.flagMono.meaning': 'Доля больше этой – моноклиент.',
    'settings.massMultiple': 'Крупный на массовом рынке',
    'settings.massMultiple.meaning':
      'Выручка не меньше стольких средних выручек на клиента – крупный клиент массового рынка.',
    'settings.loyaltyPart': 'Программа лояльности',
    'settings.loyaltyPart.meaning':
      'Несколько крупных клиентов вместе дают больше этой доли выручки – им нужна программа лояльности.',
    'settings.hhiModerate': 'HHI: умеренная концентрация',
    'settings.hhiModerate.meaning':
      'Ниже – низкая концентрация, от этого значения – умеренная; шкала построена для рынков, для клиентов это ориентир.',
    'settings.hhiHigh': 'HHI: высокая концентрация',
    'settings.hhiHigh.meaning': 'От этого значения – высокая концентрация; в пунктах от 0 до 10\u00a0000.',
    'settings.keyShare': 'Ключевой клиент по выручке',
    'settings.keyShare.meaning':
      'Доля клиента не меньше этой – ключевой; остальных ключевых отмечают вручную.',
    'settings.keysPerManager': 'Ключевых на менеджера',
    'settings.keysPerManager.meaning':
      'Больше ключевых клиентов у одного менеджера – перегрузка; по этому же числу считается, сколько менеджеров нужно.',
    'settings.secondNorm': 'Норма вторых покупок',
    'settings.secondNorm.meaning':
      'Вторых покупок к первым должно быть не меньше этой доли; к проектным продажам не относится.',
    'settings.secondWindow': 'Срок второй покупки',
    'settings.secondWindow.meaning':
      'Для проверки: вторая покупка ждётся в течение стольких дней после первой.',
    'settings.startMonths': 'Начало файла',
    'settings.startMonths.meaning':
      'Кто впервые встретился в эти первые месяцы файла, мог покупать и раньше: во вторых покупках не участвует.',
    'settings.existingNorm': 'Норма доли действующих',
    'settings.existingNorm.meaning': 'Столько продаж должны давать клиенты, которые покупали и раньше.',
    'settings.reactivationTarget': 'Цель реактивации',
    'settings.reactivationTarget.meaning':
      'Столько уснувших из тех, с кем связались, должны купить снова: это цель, а не норма.',
    'settings.orderPeers': 'Ориентир среднего чека',
    'settings.orderPeers.meaning':
      'Средний чек клиента сравнивается с чеком, которого не превышает эта доля клиентов.',
    'settings.rhythmDates': 'Собственный ритм: дат не меньше',
    'settings.rhythmDates.meaning':
      'От стольких дат покупок статус считается по ритму самого клиента, при меньшем числе – по типу продаж.',
    'settings.rhythmFloor': 'Самый короткий ритм',
    'settings.rhythmFloor.meaning':
      'Если клиент покупает чаще, его обычный перерыв всё равно считается равным стольким дням.',
    'settings.rhythmActive': 'Активный: до, перерывов',
    'settings.rhythmActive.meaning': 'Тишина не дольше стольких обычных перерывов – клиент активный.',
    'settings.rhythmCooling': 'Остывает: до, перерывов',
    'settings.rhythmCooling.meaning': 'Тишина не дольше стольких обычных перерывов – клиент остывает.',
    'settings.rhythmSleeping': 'Уснувший: до, перерывов',
    'settings.rhythmSleeping.meaning':
      'Тишина не дольше стольких обычных перерывов – уснувший, дольше – потерян.',
    'settings.lostDays': 'Потерян не раньше',
    'settings.lostDays.meaning':
      'Раньше стольких дней тишины клиент не считается потерянным, как бы часто он ни покупал.',
    'settings.newDays': 'Новый клиент',
    'settings.newDays.meaning': 'Первая покупка была не раньше стольких дней назад – новый клиент.',
    'settings.transactionalActive': 'Транзакционные: активный до',
    'settings.transactionalActive.meaning':
      'Мало дат, частые продажи: тишина не дольше стольких дней – активный.',
    'settings.transactionalCooling': 'Транзакционные: остывает до',
    'settings.transactionalCooling.meaning':
      'Мало дат, частые продажи: тишина не дольше стольких дней – остывает.',
    'settings.transactionalSleeping': 'Транзакционные: уснувший до',
    'settings.transactionalSleeping.meaning':
      'Мало дат, частые продажи: тишина не дольше стольких дней – уснувший, дольше – потерян.',
    'settings.mixedActive': 'Смешанные: активный до',
    'settings.mixedActive.meaning': 'Мало дат, смешанные продажи: тишина не дольше стольких дней – активный.',
    'settings.mixedCooling': 'Смешанные: остывает до',
    'settings.mixedCooling.meaning':
      'Мало дат, смешанные продажи: тишина не дольше стольких дней – остывает.',
    'settings.mixedSleeping': 'Смешанные: уснувший до',
    'settings.mixedSleeping.meaning':
      'Мало дат, смешанные продажи: тишина не дольше стольких дней – уснувший, дольше – потерян.',
    'settings.consultativeActive': 'Консультационные: активный до',
    'settings.consultativeActive.meaning':
      'Мало дат, редкие продажи: тишина не дольше стольких дней – активный.',
    'settings.consultativeCooling': 'Консультационные: остывает до',
    'settings.consultativeCooling.meaning':
      'Мало дат, редкие продажи: тишина не дольше стольких дней – остывает.',
    'settings.consultativeSleeping': 'Консультационные: уснувший до',
    'settings.consultativeSleeping.meaning':
      'Мало дат, редкие продажи: тишина не дольше стольких дней – уснувший, дольше – потерян.',
    'settings.transactionalDays': 'Транзакционные продажи: перерыв до',
    'settings.transactionalDays.meaning':
      'Обычный перерыв между покупками не больше стольких дней – продажи транзакционные.',
    'settings.mixedDays': 'Смешанные продажи: перерыв до',
    'settings.mixedDays.meaning':
      'Перерыв не больше стольких дней – продажи смешанные, больше – консультационные.',
    'settings.projectSingles': 'Проектные продажи',
    'settings.projectSingles.meaning':
      'Доля клиентов с единственной покупкой не меньше этой – продажи проектные.',
    'settings.portfolioPart': 'Один тип продаж',
    'settings.portfolioPart.meaning':
      'Если ни один тип продаж не даёт этой доли выручки, портфель смешанный.',
    'settings.teamMonths': 'Тип продаж: месяцев не меньше',
    'settings.teamMonths.meaning': 'По более короткому файлу тип продаж не определяется.',
    'settings.teamClients': 'Тип продаж: клиентов не меньше',
    'settings.teamClients.meaning': 'При меньшем числе клиентов тип продаж не определяется.',
    'settings.singleMonths': 'Разовые: знакомы не меньше',
    'settings.singleMonths.meaning':
      'Доля разовых клиентов считается среди тех, кто впервые купил не меньше стольких месяцев назад.',
    'settings.routineTime': 'Рутина: доля времени',
    'settings.routineTime.meaning':
      'Столько времени менеджера освобождает сотрудник, который берёт рутину на себя.',
    'settings.routineManagers': 'Рутина: менеджеров на одного',
    'settings.routineManagers.meaning': 'Один такой сотрудник разгружает столько менеджеров.',
    'settings.goBase': 'Покупка состоится: при нуле ответов',
    'settings.goBase.meaning':
      'Вероятность того, что покупка вообще состоится, если чек-лист не подтвердил ничего.',
    'settings.goSpan': 'Покупка состоится: прибавка',
    'settings.goSpan.meaning': 'Столько добавляет полностью подтверждённая часть чек-листа о покупке.',
    'settings.getBase': 'Выберут нас: при нуле ответов',
    'settings.getBase.meaning': 'Вероятность того, что выберут нас, если чек-лист не подтвердил ничего.',
    'settings.getSpan': 'Выберут нас: прибавка',
    'settings.getSpan.meaning':
      'Столько добавляет полностью подтверждённая часть чек-листа о выборе поставщика.',
    'settings.budgetGate': 'Бюджет не выделен: не больше',
    'settings.budgetGate.meaning': 'Пока бюджет не подтверждён, вероятность покупки не выше этой.',
    'settings.contactGate': 'Нет контакта с ЛПР: не больше',
    'settings.contactGate.meaning':
      'Пока нет прямого контакта с тем, кто решает, вероятность выбора нас не выше этой.',
    'settings.overdueFirst': 'Просрочка: первая ступень до',
    'settings.overdueFirst.meaning':
      'Ожидаемая дата сделки прошла не больше стольких дней назад – первая ступень.',
    'settings.overdueSecond': 'Просрочка: вторая ступень до',
    'settings.overdueSecond.meaning': 'Прошло не больше стольких дней – вторая ступень.',
    'settings.overdueThird': 'Просрочка: третья ступень до',
    'settings.overdueThird.meaning':
      'Прошло не больше стольких дней – третья ступень; дольше – сделка не ожидается, предложено закрыть.',
    'settings.overdueFirstFactor': 'Первая ступень: остаётся',
    'settings.overdueFirstFactor.meaning':
      'Столько от вероятности остаётся у сделки на первой ступени просрочки.',
    'settings.overdueSecondFactor': 'Вторая ступень: остаётся',
    'settings.overdueSecondFactor.meaning':
      'Столько от вероятности остаётся у сделки на второй ступени просрочки.',
    'settings.overdueThirdFactor': 'Третья ступень: остаётся',
    'settings.overdueThirdFactor.meaning':
      'Столько от вероятности остаётся у сделки на третьей ступени просрочки.',
    'settings.commit': 'Прогноз: уверенные от',
    'settings.commit.meaning': 'Вероятность сделки не меньше этой – в уверенном прогнозе.',
    'settings.bestCase': 'Прогноз: вероятные от',
    'settings.bestCase.meaning': 'Вероятность не меньше этой – в вероятных, меньше – в воронке.',
    'settings.oneDealPart': 'Одна сделка в прогнозе',
    'settings.oneDealPart.meaning': 'Доля одной сделки больше этой – предупреждение и прогноз без неё.',
    'settings.fewDeals': 'Мало сделок',
    'settings.fewDeals.meaning': 'Если сделок меньше, прогноз – диапазон, а не число.',
    'settings.movedTimes': 'Переносы даты',
    'settings.movedTimes.meaning':
      'Дату сделки переносили не меньше стольких раз – о сделке сказано отдельно.',
    'settings.calibrationDeals': 'Своя статистика сделок',
    'settings.calibrationDeals.meaning':
      'От стольких закрытых сделок рядом с вероятностями этапов показывается доля выигранных на деле.',
    'settings.freshDays': 'Досье свежее',
    'settings.freshDays.meaning': 'Обновлено не больше стольких дней назад – свежее.',
    'settings.staleDays': 'Досье устаревает',
    'settings.staleDays.meaning':
      'Обновлено не больше стольких дней назад – пора проверить, дольше – устарело.',
  },
  en: {
    'settings.section.classes': 'Classes by revenue (ABC)',
    'settings.section.potential': 'Potential and ABCD classes',
    'settings.section.regularity': 'Regularity of purchases (XYZ) and RFM scores',
    'settings.section.dependency': 'Dependency on clients',
    'settings.section.keyClients': 'Key clients',
    'settings.section.health': 'Health of the client base',
    'settings.section.rhythm': 'Status of a client: active, cooling, sleeping, lost',
    'settings.section.team': 'Type of sales and the department',
    'settings.section.deals': 'Deals and forecast',
    'settings.section.dossiers': 'Dossiers',
    'settings.origin.seed': 'The books Clientele is built on',
    'settings.origin.field': 'Common practice',
    'settings.origin.ours': 'Clientele’s own rule',
    'settings.check': 'Check',
    'settings.check.ok': 'The thresholds agree with each other.',
    'settings.check.order': 'Must rise in this order:',
    'settings.check.pair': ' “{lower}” < “{upper}”.',
    'settings.unit.days': 'd',
    'settings.unit.months': 'mo.',
    'count.thresholdDay': 'day|days',
    'count.thresholdMonth': 'month|months',
    'settings.input.share': 'Enter a share from 0% to 100%, such as 80%.',
    'settings.input.points': 'Enter a number from 0 to 10,000 points.',
    'settings.input.days': 'Enter a whole number of days from {min} to {max}.',
    'settings.input.months': 'Enter a whole number of months from {min} to {max}.',
    'settings.input.count': 'Enter a whole number from {min} to {max}.',
    'settings.input.money': 'Enter a sum in the currency of the file, not below zero.',
    'settings.input.times': 'Enter a number from {min} to {max}, such as 1.5.',
    'settings.input.level': 'Enter a number from {min} to {max}, such as 0.5.',
    'settings.classA': 'Bound of class A',
    'settings.classA.meaning':
      'A client is A (core of revenue) while less than this share is accumulated before it; counting what is accumulated before the client is Clientele’s rule.',
    'settings.classB': 'Bound of class B',
    'settings.classB.meaning':
      'Then a client is B (mid-range) while less than this share is accumulated; the others are C (small).',
    'settings.classCore': 'Bound of the core of A',
    'settings.classCore.meaning':
      'Clients of A with less than this share accumulated before them are its core; 0% singles out no core.',
    'settings.budgetLimit': 'Limit of our share of the budget',
    'settings.budgetLimit.meaning':
      'While our share of the client’s budget is below this, the client could buy more.',
    'settings.muchSum': 'Buys much: sum a year',
    'settings.muchSum.meaning':
      'With the choice “by sum”: revenue a year of at least this means that a client buys much.',
    'settings.muchTop': 'Buys much: number of clients',
    'settings.muchTop.meaning':
      'With the choice “the largest”: so many of the largest clients count as buying much.',
    'settings.headroomNote': 'Headroom worth a note',
    'settings.headroomNote.meaning':
      'Headroom of at least this share of all revenue is noted for clients of B and D too.',
    'settings.peersLeast': 'Peers at least',
    'settings.peersLeast.meaning':
      'Potential is estimated by peers only if the segment holds at least so many clients.',
    'settings.peersPercentile': 'Benchmark among peers',
    'settings.peersPercentile.meaning':
      'Potential is the revenue that this share of the peers does not exceed (75%: three of four buy no more).',
    'settings.xyzX': 'XYZ: bound of X',
    'settings.xyzX.meaning':
      'Spread of monthly revenue (coefficient of variation) up to this is X: buys steadily.',
    'settings.xyzY': 'XYZ: bound of Y',
    'settings.xyzY.meaning': 'Spread up to this is Y: buys unevenly; above is Z: buys now and then.',
    'settings.xyzMonths': 'XYZ: months at least',
    'settings.xyzMonths.meaning': 'With less time since the first purchase, regularity is not judged.',
    'settings.xyzPurchases': 'XYZ: purchases at least',
    'settings.xyzPurchases.meaning': 'With fewer purchases, regularity is not judged.',
    'settings.rfmLeast': 'RFM: clients at least',
    'settings.rfmLeast.meaning': 'With fewer clients RFM scores are not shown: too few to compare.',
    'settings.rfmQuintiles': 'RFM: five groups from',
    'settings.rfmQuintiles.meaning':
      'From so many clients on scores run from 1 to 5, with fewer from 1 to 3.',
    'settings.flagLarge': 'Large client',
    'settings.flagLarge.meaning': 'A share of at least this makes a large client.',
    'settings.flagCritical': 'Critical dependency',
    'settings.flagCritical.meaning': 'A share above this is a critical dependency.',
    'settings.flagMono': 'Mono-client',
    'settings.flagMono.meaning': 'A share above this makes a mono-client.',
    'settings.massMultiple': 'Large in a mass market',
    'settings.massMultiple.meaning':
      'Revenue of at least so many times the average client makes a client large in a mass market.',
    'settings.loyaltyPart': 'Loyalty programme',
    'settings.loyaltyPart.meaning':
      'Several large clients that together bring more than this share of revenue need a loyalty programme.',
    'settings.hhiModerate': 'HHI: moderate concentration',
    'settings.hhiModerate.meaning':
      'Below it concentration is low, from it on moderate; the scale was built for markets and is a guide for clients.',
    'settings.hhiHigh': 'HHI: high concentration',
    'settings.hhiHigh.meaning': 'From it on concentration is high; in points from 0 to 10,000.',
    'settings.keyShare': 'Key client by revenue',
    'settings.keyShare.meaning':
      'A share of at least this makes a key client; other key clients are marked by hand.',
    'settings.keysPerManager': 'Key clients per manager',
    'settings.keysPerManager.meaning':
      'More key clients with one manager is an overload; the number of managers needed is counted by it.',
    'settings.secondNorm': 'Norm of second purchases',
    'settings.secondNorm.meaning':
      'Second purchases should be at least this share of first ones; does not apply to project sales.',
    'settings.secondWindow': 'Time for the second purchase',
    'settings.secondWindow.meaning':
      'For the control: the second purchase is expected within so many days after the first.',
    'settings.startMonths': 'Beginning of the file',
    'settings.startMonths.meaning':
      'Clients first seen in these first months of the file may have bought before: second purchases leave them out.',
    'settings.existingNorm': 'Norm of existing clients',
    'settings.existingNorm.meaning': 'Clients who bought before should bring this share of sales.',
    'settings.reactivationTarget': 'Reactivation target',
    'settings.reactivationTarget.meaning':
      'This share of the sleeping clients contacted should buy again: a target, not a norm.',
    'settings.orderPeers': 'Benchmark of the average order',
    'settings.orderPeers.meaning':
      'A client’s average order is compared with the one that this share of clients does not exceed.',
    'settings.rhythmDates': 'Own rhythm: dates at least',
    'settings.rhythmDates.meaning':
      'From so many purchase dates on, status follows the client’s own rhythm; with fewer, the type of sales.',
    'settings.rhythmFloor': 'Shortest rhythm',
    'settings.rhythmFloor.meaning':
      'If a client buys more often, its usual gap is still taken as so many days.',
    'settings.rhythmActive': 'Active: up to, gaps',
    'settings.rhythmActive.meaning': 'Silence of up to so many usual gaps: the client is active.',
    'settings.rhythmCooling': 'Cooling: up to, gaps',
    'settings.rhythmCooling.meaning': 'Silence of up to so many usual gaps: the client is cooling.',
    'settings.rhythmSleeping': 'Sleeping: up to, gaps',
    'settings.rhythmSleeping.meaning': 'Silence of up to so many usual gaps: sleeping; longer: lost.',
    'settings.lostDays': 'Lost not before',
    'settings.lostDays.meaning':
      'Before so many days of silence no client counts as lost, however often it bought.',
    'settings.newDays': 'New client',
    'settings.newDays.meaning': 'A first purchase within so many days makes a new client.',
    'settings.transactionalActive': 'Transactional: active up to',
    'settings.transactionalActive.meaning':
      'Few dates, frequent sales: silence of up to so many days is active.',
    'settings.transactionalCooling': 'Transactional: cooling up to',
    'settings.transactionalCooling.meaning':
      'Few dates, frequent sales: silence of up to so many days is cooling.',
    'settings.transactionalSleeping': 'Transactional: sleeping up to',
    'settings.transactionalSleeping.meaning':
      'Few dates, frequent sales: silence of up to so many days is sleeping, longer is lost.',
    'settings.mixedActive': 'Mixed: active up to',
    'settings.mixedActive.meaning': 'Few dates, mixed sales: silence of up to so many days is active.',
    'settings.mixedCooling': 'Mixed: cooling up to',
    'settings.mixedCooling.meaning': 'Few dates, mixed sales: silence of up to so many days is cooling.',
    'settings.mixedSleeping': 'Mixed: sleeping up to',
    'settings.mixedSleeping.meaning':
      'Few dates, mixed sales: silence of up to so many days is sleeping, longer is lost.',
    'settings.consultativeActive': 'Consultative: active up to',
    'settings.consultativeActive.meaning': 'Few dates, rare sales: silence of up to so many days is active.',
    'settings.consultativeCooling': 'Consultative: cooling up to',
    'settings.consultativeCooling.meaning':
      'Few dates, rare sales: silence of up to so many days is cooling.',
    'settings.consultativeSleeping': 'Consultative: sleeping up to',
    'settings.consultativeSleeping.meaning':
      'Few dates, rare sales: silence of up to so many days is sleeping, longer is lost.',
    'settings.transactionalDays': 'Transactional sales: gap up to',
    'settings.transactionalDays.meaning':
      'A usual gap between purchases of up to so many days means transactional sales.',
    'settings.mixedDays': 'Mixed sales: gap up to',
    'settings.mixedDays.meaning':
      'A gap of up to so many days means mixed sales, a longer one consultative sales.',
    'settings.projectSingles': 'Project sales',
    'settings.projectSingles.meaning':
      'A share of clients with a single purchase of at least this means project sales.',
    'settings.portfolioPart': 'One type of sales',
    'settings.portfolioPart.meaning':
      'If no type of sales brings this share of revenue, the portfolio is mixed.',
    'settings.teamMonths': 'Type of sales: months at least',
    'settings.teamMonths.meaning': 'From a shorter file the type of sales is not detected.',
    'settings.teamClients': 'Type of sales: clients at least',
    'settings.teamClients.meaning': 'With fewer clients the type of sales is not detected.',
    'settings.singleMonths': 'Single purchases: known at least',
    'settings.singleMonths.meaning':
      'The share of single purchases is counted among clients first seen at least so many months ago.',
    'settings.routineTime': 'Routine: part of the time',
    'settings.routineTime.meaning': 'A person taking over routine frees this part of a manager’s time.',
    'settings.routineManagers': 'Routine: managers per person',
    'settings.routineManagers.meaning': 'One such person relieves so many managers.',
    'settings.goBase': 'Purchase happens: nothing confirmed',
    'settings.goBase.meaning': 'Chance that the purchase happens at all when the checklist confirms nothing.',
    'settings.goSpan': 'Purchase happens: added',
    'settings.goSpan.meaning': 'A fully confirmed checklist part about the purchase adds so much.',
    'settings.getBase': 'We are chosen: nothing confirmed',
    'settings.getBase.meaning': 'Chance that we are chosen when the checklist confirms nothing.',
    'settings.getSpan': 'We are chosen: added',
    'settings.getSpan.meaning': 'A fully confirmed checklist part about the choice of supplier adds so much.',
    'settings.budgetGate': 'No budget: at most',
    'settings.budgetGate.meaning': 'Until the budget is confirmed, the chance of a purchase is at most this.',
    'settings.contactGate': 'No contact with the decision maker: at most',
    'settings.contactGate.meaning':
      'Without direct contact with the person who decides, the chance of being chosen is at most this.',
    'settings.overdueFirst': 'Overdue: first step up to',
    'settings.overdueFirst.meaning':
      'A deal past its expected date by up to so many days is on the first step.',
    'settings.overdueSecond': 'Overdue: second step up to',
    'settings.overdueSecond.meaning': 'By up to so many days: the second step.',
    'settings.overdueThird': 'Overdue: third step up to',
    'settings.overdueThird.meaning':
      'By up to so many days: the third step; beyond, nothing is expected and closing is proposed.',
    'settings.overdueFirstFactor': 'First step: what remains',
    'settings.overdueFirstFactor.meaning': 'So much of the probability remains on the first step.',
    'settings.overdueSecondFactor': 'Second step: what remains',
    'settings.overdueSecondFactor.meaning': 'So much of the probability remains on the second step.',
    'settings.overdueThirdFactor': 'Third step: what remains',
    'settings.overdueThirdFactor.meaning': 'So much of the probability remains on the third step.',
    'settings.commit': 'Forecast: commit from',
    'settings.commit.meaning': 'A deal with at least this probability is in the commit forecast.',
    'settings.bestCase': 'Forecast: best case from',
    'settings.bestCase.meaning':
      'With at least this probability a deal is in the best case, below it in the pipeline.',
    'settings.oneDealPart': 'One deal in the forecast',
    'settings.oneDealPart.meaning':
      'If one deal is more than this part, there is a warning and the forecast without it.',
    'settings.fewDeals': 'Few deals',
    'settings.fewDeals.meaning': 'With fewer deals the forecast is a range, not a number.',
    'settings.movedTimes': 'Moved dates',
    'settings.movedTimes.meaning': 'A deal whose date was moved at least so many times is pointed out.',
    'settings.calibrationDeals': 'Own record of deals',
    'settings.calibrationDeals.meaning':
      'From so many closed deals on, the share really won is shown beside the probabilities of stages.',
    'settings.freshDays': 'Dossier is fresh',
    'settings.freshDays.meaning': 'Updated within so many days, a dossier is fresh.',
    'settings.staleDays': 'Dossier grows stale',
    'settings.staleDays.meaning':
      'Updated within so many days, a dossier is due for a check; beyond, it is stale.',
  },
});
