import type { ru } from './ru';

/** All texts in English. The compiler holds it to the keys of `ru.ts`. */
export const en: Readonly<Record<keyof typeof ru, string>> = {
  // tab
  'tab.abcd': 'ABCD',
  'tab.dependency': 'Dependency',
  'tab.dataCheck': 'Data check',
  'tab.settings': 'Settings',
  // abcd
  // dependency
  // dataCheck
  // settings
  // skip
  // role
  // error
  // pane
  // cli
};
