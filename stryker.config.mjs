/**
 * `npm run mutation`: changes the deciders in small ways and sees whether a test notices. What survives is a rule that no
 * test holds. The tests run as ES modules, so each mutant is tested by the domain's own tests, fast ones all.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    configFile: 'jest.config.mjs',
    // Random courses find a mutant now and then, and take seconds for each; what counts is a rule told by an example.
    config: { roots: ['<rootDir>/libs/domain'], testPathIgnorePatterns: ['properties\\.spec'] },
    enableFindRelatedTests: true,
  },
  plugins: ['@stryker-mutator/jest-runner'],
  mutate: [
    'libs/domain/*/decider.ts',
    'libs/domain/*/decide-*.ts',
    'libs/domain/*/refuse.ts',
    'libs/domain/*/evolve.ts',
    'libs/domain/*/state.ts',
    'libs/domain/network/{admission,line}.ts',
    'libs/domain/meeting/attendance.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignoreStatic: true,
  // A busy machine is slow: only what never ends may count as killed by the clock.
  timeoutMS: 60_000,
  // Sentences for people are read, not tested word by word.
  mutator: { excludedMutations: ['StringLiteral'] },
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'dist/mutation/report.json' },
  tempDirName: 'dist/stryker',
  cleanTempDir: true,
};
