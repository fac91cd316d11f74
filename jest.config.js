/** Tests run on SWC-compiled sources: fast, and the types are checked by `npm run typecheck`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.(t|j|mj|cj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // The only ESM-only package that tests load.
  transformIgnorePatterns: ['/node_modules/(?!@ironcalc/)'],
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tests/longestFirst.cjs',
};
