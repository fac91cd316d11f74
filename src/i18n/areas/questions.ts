import { area } from '../area';

export const questions = area({
  ru: {
    'questions.title': 'Восемь вопросов директора',
    'questions.model':
      'Для обсуждения на встрече: ответ по данным и число, на котором он стоит; где данных нет – ответьте сами, в цветных ячейках.',
    'questions.lead': 'Тревожных ответов: {alarms} из {possible}.',
    'questions.noDates': 'В данных нет дат: ответьте сами или добавьте колонку с датой продажи.',
    'questions.column.number': '№',
    'questions.column.question': 'Вопрос',
    'questions.column.answer': 'Ответ',
    'questions.column.why': 'На чём стоит ответ',
    'questions.column.where': 'Где смотреть',
    'questions.column.typed': 'Ваш ответ',
    'questions.column.comment': 'Комментарий',
    'questions.input': 'Да или нет: что говорят люди.',
    'questions.yes': 'да',
    'questions.no': 'нет',
    'questions.answer.yes': 'Да',
    'questions.answer.no': 'Нет',
    'questions.answer.yesPeople': 'Да – со слов',
    'questions.answer.noPeople': 'Нет – со слов',
    'questions.answer.unknown': 'Не знаем',
    'questions.existingSellMore': 'Действующие клиенты дают больше новых?',
    'questions.existingSellMore.why': 'Те, кто покупал и до периода, дают {existing}\u00a0% выручки.',
    'questions.existingSellMore.missing':
      'Файл начинается вместе с периодом: кто покупал раньше, не видно. Добавьте продажи прошлых лет.',
    'questions.budgetLarger': 'Бюджет клиентов больше, чем мы им продаём?',
    'questions.budgetLarger.why':
      'Клиентов с известным потенциалом: {known}; им можно продать ещё {headroom} в год.',
    'questions.budgetLarger.missing': 'Потенциал ни у кого не оценён: впишите бюджеты на листе «{tab}».',
    'questions.existingFall': 'Продажи действующим клиентам падают или стоят?',
    'questions.existingFall.why':
      'Клиенты прошлого периода принесли {nrr}\u00a0% прошлой выручки: 100\u00a0% – стоят, меньше – падают.',
    'questions.existingFall.missing': 'Сравнить не с чем: нужны продажи за такой же период раньше.',
    'questions.orderTakers': 'Менеджеры только принимают заказы?',
    'questions.orderTakers.why':
      'Мелкие клиенты (класс C по выручке), купившие в обоих периодах, – {clients}: выручка {now}, была {before}; позиций на клиента {breadth}, было {breadthBefore}. Не растёт ни то, ни другое – заказы только принимают.',
    'questions.orderTakers.missing':
      'Нет мелких клиентов (класс C по выручке), купивших и в прошлом периоде: сравнить не с чем.',
    'questions.leaveForGood': 'Клиенты уходят и не возвращаются?',
    'questions.leaveForGood.why':
      'Ушли после прошлого периода: {left}; вернулись из ушедших раньше: {returned}.',
    'questions.leaveForGood.missing': 'Сравнить не с чем: нужны продажи за такой же период раньше.',
    'questions.orderCouldGrow': 'Средний заказ мог бы быть больше?',
    'questions.orderCouldGrow.why':
      'Средний заказ – {order}, а у {part}\u00a0% клиентов он от {peers} и больше.',
    'questions.orderCouldGrow.missing': 'За период нет заказов.',
    'questions.reacting': 'Мы чаще отвечаем на обращения, чем предлагаем сами?',
    'questions.reacting.missing':
      'Данные этого не знают. Спросите: кто начинает разговор – клиент или мы? Сколько предложений ушло без запроса?',
    'questions.shrinking': 'База не растёт или сжимается?',
    'questions.shrinking.why': 'Клиентов с заказами за период: {buyers}, было {before}.',
    'questions.shrinking.missing': 'Сравнить не с чем: нужны продажи за такой же период раньше.',
  },
  en: {
    'questions.title': 'The director’s eight questions',
    'questions.model':
      'For a workshop: the answer of the data and the number it stands on; where data are missing, answer yourselves in the coloured cells.',
    'questions.lead': 'Answers to worry about: {alarms} of {possible}.',
    'questions.noDates': 'The data have no dates: answer yourselves or add a column with the date of sale.',
    'questions.column.number': 'No.',
    'questions.column.question': 'Question',
    'questions.column.answer': 'Answer',
    'questions.column.why': 'What the answer stands on',
    'questions.column.where': 'Where to look',
    'questions.column.typed': 'Your answer',
    'questions.column.comment': 'Comment',
    'questions.input': 'Yes or no: what people say.',
    'questions.yes': 'yes',
    'questions.no': 'no',
    'questions.answer.yes': 'Yes',
    'questions.answer.no': 'No',
    'questions.answer.yesPeople': 'Yes, people say',
    'questions.answer.noPeople': 'No, people say',
    'questions.answer.unknown': 'Unknown',
    'questions.existingSellMore': 'Do existing clients bring more than new ones?',
    'questions.existingSellMore.why': 'Those who bought before the period bring {existing}% of revenue.',
    'questions.existingSellMore.missing':
      'The file begins with the period: who bought before cannot be seen. Add sales of earlier years.',
    'questions.budgetLarger': 'Is the clients’ budget larger than our sales to them?',
    'questions.budgetLarger.why':
      'Clients with a known potential: {known}; they could buy {headroom} more a year.',
    'questions.budgetLarger.missing': 'No potential is known: enter budgets on “{tab}”.',
    'questions.existingFall': 'Do sales to existing clients fall or stand still?',
    'questions.existingFall.why':
      'Clients of the period before brought {nrr}% of their former revenue: 100% is standing still, less is falling.',
    'questions.existingFall.missing':
      'Nothing to compare with: sales of an equally long earlier period are needed.',
    'questions.orderTakers': 'Do managers only take orders?',
    'questions.orderTakers.why':
      'Small clients (class C by revenue) that bought in both periods, {clients}: revenue {now}, was {before}; items per client {breadth}, was {breadthBefore}. If neither grows, orders are only taken.',
    'questions.orderTakers.missing':
      'No small client (class C by revenue) bought in the period before too: nothing to compare with.',
    'questions.leaveForGood': 'Do clients leave and not return?',
    'questions.leaveForGood.why':
      'Left after the period before: {left}; came back of those who had left: {returned}.',
    'questions.leaveForGood.missing':
      'Nothing to compare with: sales of an equally long earlier period are needed.',
    'questions.orderCouldGrow': 'Could the average order be larger?',
    'questions.orderCouldGrow.why':
      'The average order is {order}; for {part}% of the clients it is {peers} or more.',
    'questions.orderCouldGrow.missing': 'No orders in the period.',
    'questions.reacting': 'Do we answer requests more than we make offers?',
    'questions.reacting.missing':
      'Data do not know. Ask who begins the conversation, the client or we, and how many offers went out unasked.',
    'questions.shrinking': 'Is the base standing still or shrinking?',
    'questions.shrinking.why': 'Clients with orders in the period: {buyers}, was {before}.',
    'questions.shrinking.missing':
      'Nothing to compare with: sales of an equally long earlier period are needed.',
  },
});
