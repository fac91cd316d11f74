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
  'cli.usage':
    'Name one file: npm run diagnose -- FILE.xlsx|FILE.csv [--sheet NAME] [--out OUT.xlsx] [--json SUMMARY.json] [--lang ru|en] [--as-of YYYY-MM-DD] [--period last12|all|FROM..TO] [--columns "client=Customer,amount=Amount"] [--settings SETTINGS.json]',
  'cli.unknownOption': 'Option not understood: {option}. For the list of options: npm run diagnose',
  'cli.badValue': 'The value “{value}” of {option} does not fit; expected: {expected}.',
  'cli.notBuilt': '{option} is not built yet; run without it.',
  'cli.noFile': 'There is no file “{file}”; check the path.',
  'cli.cannotWrite': 'Cannot write the file “{file}”: {reason}.',
  'cli.noSheet': 'The file has no sheet “{sheet}”; it has: {sheets}.',
  'cli.badSettings':
    'The settings file “{file}” cannot be read as JSON with Clientele settings; export it again.',
  'cli.saved': 'Workbook saved: {file}',
  'cli.summarySaved': 'Summary saved: {file}',
  'cli.time':
    'Open {open} s, read {read} s, analyse {analyse} s, write tabs {write} s, save {save} s; memory up to {memory} MB.',
};
