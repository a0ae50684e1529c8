import config from './jest.config.mjs';

/** Files that hold types and no code: there is nothing in them to reach. */
const onlyTypes = [
  'commands',
  'commitment-commands',
  'context',
  'details',
  'group/state',
  'import/state',
  'pledge/state',
  'programme/state',
].map((name) => `!libs/domain/**/${name}.ts`);

/**
 * How much of the domain its own tests reach (`npm run coverage`). Every branch that no test takes is a rule of the trade
 * that nobody wrote down as an example.
 */
export default {
  ...config,
  roots: ['<rootDir>/libs/domain'],
  collectCoverage: true,
  coverageProvider: 'v8',
  coverageDirectory: 'dist/coverage',
  coverageReporters: ['text', 'json-summary'],
  collectCoverageFrom: ['libs/domain/**/*.ts', '!libs/domain/**/*.spec.ts', '!libs/domain/testing/**', ...onlyTypes],
  coverageThreshold: { global: { branches: 98 } },
};
