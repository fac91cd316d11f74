import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';

/** Imports a layer may not make: `domain ← reports ← app → excel`; nobody imports the face or the workbench. */
const boundary = (files, forbidden, reason) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `(^|/)(${forbidden.join('|')})/`, message: reason }] },
    ],
  },
});

const noExcelGlobals = {
  'no-restricted-globals': [
    'error',
    { name: 'Excel', message: 'Only src/excel names Excel.*' },
    { name: 'Office', message: 'Only src/excel and src/taskpane name Office.*' },
  ],
};

/** The recommended set carries the rules of other plugins too; ours apply already. */
const officeRules = Object.fromEntries(
  officeAddins.configs.recommended
    .flatMap((config) => Object.entries(config.rules ?? {}))
    .filter(([name]) => name.startsWith('office-addins/')),
);

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', '.cache/**'] },
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['src/excel/**/*.ts'], plugins: { 'office-addins': officeAddins }, rules: officeRules },
  {
    files: ['src/taskpane/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  boundary(
    ['src/domain/**/*.ts'],
    ['reports', 'excel', 'app', 'taskpane', 'commands', 'i18n', 'workbench'],
    'domain is pure: it imports only domain',
  ),
  boundary(
    ['src/reports/**/*.ts'],
    ['excel', 'app', 'taskpane', 'commands', 'workbench'],
    'reports import domain and i18n only',
  ),
  boundary(['src/excel/**/*.ts'], ['app', 'taskpane', 'commands', 'workbench'], 'excel is below app'),
  boundary(['src/app/**/*.ts'], ['taskpane', 'commands', 'workbench'], 'app knows no face and no workbench'),
  boundary(
    ['src/i18n/**/*.ts'],
    ['reports', 'excel', 'app', 'taskpane', 'commands', 'workbench'],
    'i18n is text only',
  ),
  boundary(
    ['src/taskpane/**/*.{ts,tsx}', 'src/commands/**/*.ts'],
    ['workbench'],
    'the workbench never ships',
  ),
  {
    files: ['src/domain/**/*.ts', 'src/reports/**/*.ts', 'src/app/**/*.ts', 'src/i18n/**/*.ts'],
    rules: noExcelGlobals,
  },
  {
    files: ['src/domain/**/*.ts', 'src/reports/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is injected' },
        { object: 'Math', property: 'random', message: 'The domain is deterministic' },
      ],
    },
  },
  {
    files: [
      'src/workbench/cli/**/*.ts',
      'src/workbench/server/**/*.ts',
      'bench/**/*.ts',
      'tests/**/*.{ts,tsx}',
    ],
    rules: { 'no-console': 'off' },
  },
);
