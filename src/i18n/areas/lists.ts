import { area } from '../area';

/** Side lists of the user's workbook, and what people typed on our tabs and cannot be understood. */
export const lists = area({
  ru: {
    'lists.potentials': 'Потенциалы клиентов',
    'lists.mustList': 'Обязательный ассортимент',
    'lists.deals': 'Сделки',

    'lists.error.noSheet':
      'Лист «{name}» ({list}) не найден, в книге есть: {sheets}. Назовите один из них или верните листу прежнее имя.',
    'lists.error.emptyList':
      'На листе «{sheet}» нет списка с заголовками. Добавьте строку заголовков или назовите другой лист.',
    'lists.error.noListColumn.client':
      'На листе «{sheet}» нет столбца с клиентом (заголовки: {headers}). Назовите столбец «Клиент».',
    'lists.error.noListColumn.potential':
      'На листе «{sheet}» нет ни бюджета, ни доли, ни числа точек (заголовки: {headers}). Назовите столбец «Годовой бюджет» или «Наша доля».',
    'lists.error.noListColumn.deal':
      'На листе «{sheet}» нет ни суммы, ни этапа сделки (заголовки: {headers}). Назовите столбцы «Сумма» и «Этап».',
    'lists.error.noListColumn.item':
      'На листе «{sheet}» нет столбца с товарами (заголовки: {headers}). Назовите столбец «Номенклатура».',

    'lists.section': 'Дополнительные списки',
    'lists.section.problems': 'Замечания к спискам',
    'lists.column.list': 'Список',
    'lists.column.rows': 'Строк учтено',
    'lists.column.read': 'Строк прочитано',
    'lists.column.place': 'Где',
    'lists.column.row': 'Строка',
    'lists.column.cell': 'Что стоит',
    'lists.column.problem': 'Что не так и что сделать',
    'lists.found':
      'Лист «{sheet}». Итогов и повторных заголовков пропущено: {skipped}; замечаний: {problems}.',
    'lists.converted.thousands': 'Суммы указаны в тысячах и пересчитаны в единицы продаж.',
    'lists.converted.millions': 'Суммы указаны в миллионах и пересчитаны в единицы продаж.',
    'lists.none.potentials':
      'Не найден. Нужен лист со столбцами «Клиент» и «Годовой бюджет» (или «Наша доля»); потенциал можно вписать и на лист «{potential}».',
    'lists.none.mustList': 'Не найден. Нужен лист «Обязательный ассортимент» со столбцом «Номенклатура».',
    'lists.none.deals': 'Не найден. Нужен лист со столбцами «Клиент», «Сумма», «Этап» и «Ожидаемая дата».',
    'lists.rest': 'И ещё таких строк: {count}. {problem}',
    'lists.place': '{sheet}, {cell}',
    'lists.placeHeaded': '{sheet}, {cell} ({heading})',

    'lists.problem.noClient': 'Клиент не указан. Впишите его.',
    'lists.problem.noName': 'Нет ни клиента, ни сделки: строка не учтена. Впишите их или удалите строку.',
    'lists.problem.duplicateClient':
      'Клиент уже есть в строке {other}: взята она, эта не учтена. Оставьте одну из двух.',
    'lists.problem.duplicateDeal':
      'Эта сделка уже есть в строке {other}: учтены обе. Удалите лишнюю, если это одна сделка.',
    'lists.problem.duplicateItem': 'Товар уже есть в строке {other}: учтён один раз.',
    'lists.problem.unreadableAmount': 'Сумму прочитать нельзя: считается неизвестной. Впишите число.',
    'lists.problem.negativeAmount': 'Сумма меньше нуля: считается неизвестной. Впишите число больше нуля.',
    'lists.problem.unreadableDate':
      'Дату прочитать нельзя: считается неизвестной. Впишите её как 31.12.2026.',
    'lists.problem.unreadableNumber': 'Число прочитать нельзя: считается неизвестным. Впишите число от нуля.',
    'lists.problem.unreadableShare':
      'Долю прочитать нельзя: считается неизвестной. Впишите, например, 30\u00a0%.',
    'lists.problem.shareOutOfRange': 'Доля вне 0–100\u00a0%: считается неизвестной. Исправьте её.',
    'lists.problem.unreadableProbability':
      'Вероятность прочитать нельзя: взята вероятность этапа. Впишите, например, 40\u00a0%.',
    'lists.problem.probabilityOutOfRange':
      'Вероятность вне 0–100\u00a0%: взята вероятность этапа. Исправьте её.',
    'lists.problem.foreignCurrency':
      'Сумма в другой валюте: считается неизвестной. Пересчитайте её в общую валюту.',

    'lists.entry': '{client}, «{field}»: «{typed}» понять нельзя, считается неизвестным. Впишите {expected}.',
    'lists.expected.money': 'сумму, например 1\u00a0200\u00a0000',
    'lists.expected.share': 'долю от 0 до 100\u00a0%, например 30\u00a0%',
    'lists.expected.number': 'число от нуля',
    'lists.expected.date': 'дату, например 31.12.2026',
    'lists.expected.letter': 'одну из букв A, B, C, D',
    'lists.expected.mark': '«да» или оставьте пустым',
    'lists.expected.yesNo': '«да» или «нет»',
    'lists.entry.more': 'И ещё таких ячеек: {count}.',
    'lists.field.budget': 'Годовой бюджет',
    'lists.field.ourShare': 'Наша доля',
    'lists.field.drivers': 'Число точек',
    'lists.field.norm': 'Норма на точку',
    'lists.field.assessedOn': 'Дата оценки',
    'lists.field.override': 'Класс вручную',
    'lists.field.promising': 'Перспективный',
    'lists.field.image': 'Имиджевый',
    'lists.field.demanding': 'Требовательный',
    'lists.field.contactedOn': 'Дата контакта',
    'lists.field.answer': 'Ответ',
    'lists.field.plan': 'План',
  },
  en: {
    'lists.potentials': 'Potentials of clients',
    'lists.mustList': 'Must list',
    'lists.deals': 'Deals',

    'lists.error.noSheet':
      'There is no sheet “{name}” ({list}); the workbook has: {sheets}. Name one of them, or give the sheet its old name back.',
    'lists.error.emptyList':
      'Sheet “{sheet}” has no list under headings. Add a row of headings or name another sheet.',
    'lists.error.noListColumn.client':
      'Sheet “{sheet}” has no column of clients (headings: {headers}). Call the column “Client”.',
    'lists.error.noListColumn.potential':
      'Sheet “{sheet}” has no budget, share or number of outlets (headings: {headers}). Call a column “Annual budget” or “Our share”.',
    'lists.error.noListColumn.deal':
      'Sheet “{sheet}” has neither amounts nor stages of deals (headings: {headers}). Call the columns “Amount” and “Stage”.',
    'lists.error.noListColumn.item':
      'Sheet “{sheet}” has no column of goods (headings: {headers}). Call the column “Item”.',

    'lists.section': 'Side lists',
    'lists.section.problems': 'Remarks on the lists',
    'lists.column.list': 'List',
    'lists.column.rows': 'Rows used',
    'lists.column.read': 'Rows read',
    'lists.column.place': 'Where',
    'lists.column.row': 'Row',
    'lists.column.cell': 'What stands there',
    'lists.column.problem': 'What is wrong and what to do',
    'lists.found': 'Sheet “{sheet}”. Totals and repeated headings skipped: {skipped}; remarks: {problems}.',
    'lists.converted.thousands': 'Amounts stand in thousands and were converted to the unit of the sales.',
    'lists.converted.millions': 'Amounts stand in millions and were converted to the unit of the sales.',
    'lists.none.potentials':
      'Not found. It takes a sheet with the columns “Client” and “Annual budget” (or “Our share”); a potential may also be typed on “{potential}”.',
    'lists.none.mustList': 'Not found. It takes a sheet “Must list” with a column “Item”.',
    'lists.none.deals':
      'Not found. It takes a sheet with the columns “Client”, “Amount”, “Stage” and “Expected date”.',
    'lists.rest': 'More such rows: {count}. {problem}',
    'lists.place': '{sheet}, {cell}',
    'lists.placeHeaded': '{sheet}, {cell} ({heading})',

    'lists.problem.noClient': 'No client is named. Enter one.',
    'lists.problem.noName': 'Neither a client nor a deal: the row is left out. Enter them or delete the row.',
    'lists.problem.duplicateClient':
      'The client already stands in row {other}: that row counts, this one does not. Keep one of the two.',
    'lists.problem.duplicateDeal':
      'This deal already stands in row {other}: both count. Delete one if they are the same deal.',
    'lists.problem.duplicateItem': 'The item already stands in row {other}: it counts once.',
    'lists.problem.unreadableAmount': 'The amount cannot be read and counts as unknown. Enter a number.',
    'lists.problem.negativeAmount':
      'The amount is below zero and counts as unknown. Enter a number above zero.',
    'lists.problem.unreadableDate': 'The date cannot be read and counts as unknown. Enter it as 2026-12-31.',
    'lists.problem.unreadableNumber':
      'The number cannot be read and counts as unknown. Enter a number from zero on.',
    'lists.problem.unreadableShare': 'The share cannot be read and counts as unknown. Enter, say, 30%.',
    'lists.problem.shareOutOfRange': 'The share is outside 0–100% and counts as unknown. Correct it.',
    'lists.problem.unreadableProbability':
      'The probability cannot be read: that of the stage counts. Enter, say, 40%.',
    'lists.problem.probabilityOutOfRange':
      'The probability is outside 0–100%: that of the stage counts. Correct it.',
    'lists.problem.foreignCurrency':
      'The amount is in another currency and counts as unknown. Convert it into the common one.',

    'lists.entry':
      '{client}, “{field}”: “{typed}” cannot be understood and counts as unknown. Enter {expected}.',
    'lists.expected.money': 'an amount, such as 1,200,000',
    'lists.expected.share': 'a share from 0 to 100%, such as 30%',
    'lists.expected.number': 'a number from zero on',
    'lists.expected.date': 'a date, such as 2026-12-31',
    'lists.expected.letter': 'one of the letters A, B, C, D',
    'lists.expected.mark': '“yes”, or leave it blank',
    'lists.expected.yesNo': '“yes” or “no”',
    'lists.entry.more': 'More such cells: {count}.',
    'lists.field.budget': 'Annual budget',
    'lists.field.ourShare': 'Our share',
    'lists.field.drivers': 'Number of outlets',
    'lists.field.norm': 'Norm per outlet',
    'lists.field.assessedOn': 'Assessed on',
    'lists.field.override': 'Class by hand',
    'lists.field.promising': 'Promising',
    'lists.field.image': 'Image',
    'lists.field.demanding': 'Demanding',
    'lists.field.contactedOn': 'Contacted on',
    'lists.field.answer': 'Answer',
    'lists.field.plan': 'Plan',
  },
});
