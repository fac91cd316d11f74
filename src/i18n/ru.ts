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
} as const;
