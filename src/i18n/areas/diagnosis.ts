import { area } from '../area';

export const diagnosis = area({
  ru: {
    'diagnosis.title': 'Диагностика клиентской базы',
    'diagnosis.model':
      'Каждая строка – живая формула по другим вкладкам: смените порог на вкладке «{settings}», и вердикт изменится.',
    'diagnosis.section.actions': 'Что сделать первым, по деньгам',
    'diagnosis.column.light': 'Оценка',
    'diagnosis.column.figure': 'Число',
    'diagnosis.column.sentence': 'Что это значит',
    'diagnosis.column.tab': 'Подробно',
    'diagnosis.light.good': 'хорошо',
    'diagnosis.light.warning': 'внимание',
    'diagnosis.light.bad': 'опасно',
    'diagnosis.light.none': '·',
    'diagnosis.size':
      'выручки дали покупатели: {buyers}; из них {a} класса A (основная выручка), на них {share}\u00a0% денег',
    'diagnosis.dependency':
      'выручки у крупнейшего: {name}; под флагами зависимости: {flagged}, вместе {share}\u00a0% выручки',
    'diagnosis.dependency.holding':
      'выручки у холдинга «{name}»; клиентов под флагами зависимости: {flagged}, вместе {share}\u00a0% выручки',
    'diagnosis.concentration':
      'клиентов дают 80\u00a0% выручки; три крупнейших – {cr3}\u00a0%, HHI {hhi} (границы построены для рынков)',
    'diagnosis.growth':
      'к прошлому периоду: новые {new}, вернулись {back}, рост {more}, снижение {less}, ушли {lost}',
    'diagnosis.retention':
      'купили прежние клиенты против прошлого (NRR); без роста – {grr}\u00a0% (GRR), осталось {logo}\u00a0% клиентов',
    'diagnosis.existing': 'выручки – от тех, кто покупал и раньше; норма для B2B – {norm}\u00a0%',
    'diagnosis.seconds':
      'вторых покупок к первым; норма – {norm}\u00a0%, контроль по когорте – {cohort}\u00a0%',
    'diagnosis.seconds.project':
      'вторых покупок к первым; для проектных продаж нормы нет, контроль по когорте – {cohort}\u00a0%',
    'diagnosis.sleeping': 'в год под риском: остывают {cooling}, уснули {sleeping}; ещё потеряны {lost}',
    'diagnosis.potential':
      'резерв роста у клиентов с известным потенциалом; потенциал не оценён у стольких: {unknown}',
    'diagnosis.keys': 'ключевых клиентов; по {limit} на менеджера нужно менеджеров: {managers}',
    'diagnosis.deals':
      'ожидается от открытых сделок: {deals} на {amount}; с вероятностью 80\u00a0% – от {p10} до {p90}',
    'diagnosis.none':
      'Вердикта нет: ни у одного клиента нет положительной выручки за период. Проверьте колонку суммы и период.',
    'diagnosis.noDates':
      'Дат в файле нет: рост, удержание, ритм покупок и спящие клиенты не посчитаны. Добавьте колонку с датой.',
    'diagnosis.noBefore':
      'Прошлого периода в файле нет: рост и удержание не посчитаны. Добавьте продажи за год до этого.',
    'diagnosis.status.alt': 'Столбцы – число клиентов по статусу покупок.',
    'diagnosis.data': 'Служебное: данные диаграмм',
    'diagnosis.action.money': 'Деньги',
    'diagnosis.action.what': 'Кто и что',
    'diagnosis.action.deal':
      '{name}: довести сделку «{deal}», от неё зависит {part}\u00a0% разброса прогноза',
    'diagnosis.action.number': '№',
    'diagnosis.action.settled': '{name}: при этих порогах звонить незачем, обновите вкладки',
    'diagnosis.action.call': '{name}: позвонить, без покупок {days} дн. – столько денег в год под риском',
    'diagnosis.action.fall': '{name}: выяснить, почему купил на {part}\u00a0% меньше прошлого периода',
    'diagnosis.action.grow': '{name}: развивать, наша доля в его бюджете – {share}\u00a0%, это резерв',
    'diagnosis.action.guard': '{name}: план удержания и замены, на нём {share}\u00a0% выручки',
    'verdict.growth': 'Выручка выросла на {change}: новые клиенты принесли {new}, ушедшие унесли {lost}.',
    'verdict.fall': 'Выручка упала на {change}: новые клиенты принесли {new}, ушедшие унесли {lost}.',
    'verdict.retention': 'Прежние клиенты купили на {nrr} от прошлого периода.',
    'verdict.sleeping': 'Под риском {money} в год: остывают или уснули {clients}. Первым позвоните: {name}.',
    'verdict.headroom': 'Резерв роста – {money} в год у {clients} с известным потенциалом.',
  },
  en: {
    'diagnosis.title': 'Diagnosis of the client base',
    'diagnosis.model':
      'Every line is a live formula over the other tabs: change a threshold on “{settings}” and the verdict follows.',
    'diagnosis.section.actions': 'What to do first, by money',
    'diagnosis.column.light': 'Rating',
    'diagnosis.column.figure': 'Figure',
    'diagnosis.column.sentence': 'What it means',
    'diagnosis.column.tab': 'Details',
    'diagnosis.light.good': 'good',
    'diagnosis.light.warning': 'watch',
    'diagnosis.light.bad': 'danger',
    'diagnosis.light.none': '·',
    'diagnosis.size':
      'of revenue from {buyers} buyers; {a} of them are class A (core revenue) and bring {share}% of it',
    'diagnosis.dependency':
      'of revenue is with the largest: {name}; {flagged} under dependency flags, {share}% of revenue together',
    'diagnosis.dependency.holding':
      'of revenue is with the holding {name}; {flagged} clients under dependency flags, {share}% of revenue together',
    'diagnosis.concentration':
      'clients bring 80% of revenue; the three largest – {cr3}%, HHI {hhi} (bands were built for markets)',
    'diagnosis.growth':
      'against the period before: new {new}, back {back}, expansion {more}, contraction {less}, lost {lost}',
    'diagnosis.retention':
      'bought by the clients of the period before (NRR); without growth {grr}% (GRR), {logo}% of clients stayed',
    'diagnosis.existing': 'of revenue from those who bought before; the B2B norm is {norm}%',
    'diagnosis.seconds':
      'second purchases to first ones; the norm is {norm}%, the cohort check gives {cohort}%',
    'diagnosis.seconds.project':
      'second purchases to first ones; project sales have no norm, the cohort check gives {cohort}%',
    'diagnosis.sleeping': 'a year at risk: {cooling} cooling, {sleeping} asleep; {lost} more are lost',
    'diagnosis.potential': 'room to grow with clients of known potential; potential unknown for {unknown}',
    'diagnosis.keys': 'key clients; at {limit} per manager they need managers: {managers}',
    'diagnosis.deals':
      'expected of the open deals: {deals} for {amount}; with a chance of 80% – between {p10} and {p90}',
    'diagnosis.none':
      'No verdict: no client has positive revenue in the period. Check the amount column and the period.',
    'diagnosis.noDates':
      'The file has no dates: growth, retention, rhythm and sleeping clients are not computed. Add a date column.',
    'diagnosis.noBefore':
      'The file holds no period before: growth and retention are not computed. Add the sales of the year before.',
    'diagnosis.status.alt': 'Columns: number of clients by purchase status.',
    'diagnosis.data': 'Working cells: data of the charts',
    'diagnosis.action.money': 'Money',
    'diagnosis.action.what': 'Who and what',
    'diagnosis.action.deal':
      '{name}: win the deal “{deal}”, {part}% of the spread of the forecast hangs on it',
    'diagnosis.action.number': 'No.',
    'diagnosis.action.settled': '{name}: no call needed under these thresholds, refresh the tabs',
    'diagnosis.action.call': '{name}: call, no purchase for {days} days – so much money a year is at risk',
    'diagnosis.action.fall': '{name}: find out why it bought {part}% less than in the period before',
    'diagnosis.action.grow': '{name}: grow, our share of its budget is {share}%, this is the room',
    'diagnosis.action.guard': '{name}: plan to keep and to replace it, {share}% of revenue depends on it',
    'verdict.growth': 'Revenue grew by {change}: new clients brought {new}, lost ones took {lost}.',
    'verdict.fall': 'Revenue fell by {change}: new clients brought {new}, lost ones took {lost}.',
    'verdict.retention': 'Former clients bought {nrr} of what they did before.',
    'verdict.sleeping': '{money} a year at risk: {clients} cooling or asleep. Call first: {name}.',
    'verdict.headroom': 'Room to grow: {money} a year with {clients} of known potential.',
  },
});
