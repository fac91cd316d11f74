/**
 * All texts in Russian: the source of the keys. Keys are `area.name`; `{placeholders}` are named.
 * Areas stand in this order: tab, abcd, dependency, dataCheck, settings, skip, role, error, pane, cli.
 */
export const ru = {
  // tab: names of our tabs (≤ 31 characters, none of : \ / ? * [ ])
  'tab.abcd': 'ABCD',
  'tab.dependency': 'Зависимость',
  'tab.dataCheck': 'Качество данных',
  'tab.settings': 'Настройки',
  // abcd
  // dependency
  // dataCheck
  // settings
  // skip: reasons why a row does not count
  // role: roles of columns
  // error: one sentence each: what is wrong, where, what to do
  // pane
  // cli
  'cli.usage':
    'Укажите один файл: npm run diagnose -- ФАЙЛ.xlsx|ФАЙЛ.csv [--sheet ЛИСТ] [--out ИТОГ.xlsx] [--json СВОДКА.json] [--lang ru|en] [--as-of ГГГГ-ММ-ДД] [--period last12|all|С..ПО] [--columns "client=Контрагент,amount=Сумма"] [--settings НАСТРОЙКИ.json]',
  'cli.unknownOption': 'Параметр не распознан: {option}. Список параметров: npm run diagnose',
  'cli.badValue': 'Значение «{value}» параметра {option} не подходит; ожидается: {expected}.',
  'cli.notBuilt': 'Параметр {option} ещё не реализован; запустите без него.',
  'cli.noFile': 'Файл «{file}» не найден; проверьте путь.',
  'cli.cannotWrite': 'Не удалось записать файл «{file}»: {reason}.',
  'cli.noSheet': 'В файле нет листа «{sheet}»; есть: {sheets}.',
  'cli.badSettings':
    'Файл настроек «{file}» не читается как JSON с настройками Clientele; экспортируйте его заново.',
  'cli.saved': 'Книга сохранена: {file}',
  'cli.summarySaved': 'Сводка сохранена: {file}',
  'cli.time':
    'Открытие {open} с, чтение {read} с, анализ {analyse} с, запись листов {write} с, сохранение {save} с; память до {memory} МБ.',
} as const;
