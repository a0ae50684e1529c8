/**
 * Changes the deciders of one aggregate (`SAMENSPEL_AGGREGATE=pledge`) in small ways and sees whether a test notices.
 * What survives is a rule that no test of that aggregate holds. `npm run mutation` does so for all, one after another:
 * only the tests in the aggregate's own folder are run, which is fast, and asks that a rule is told where it stands.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
const aggregate = process.env.SAMENSPEL_AGGREGATE ?? '*';
const folder = `libs/domain/${aggregate}`;

export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    configFile: 'jest.config.mjs',
    config: {
      roots: [`<rootDir>/${aggregate === '*' ? 'libs/domain' : folder}`],
      // Random courses find a mutant now and then, and take seconds for each; what counts is a rule told by an example.
      testPathIgnorePatterns: ['properties\\.spec'],
    },
    enableFindRelatedTests: false,
  },
  plugins: ['@stryker-mutator/jest-runner'],
  mutate: [
    `${folder}/decider.ts`,
    `${folder}/decide-*.ts`,
    `${folder}/refuse.ts`,
    `${folder}/evolve.ts`,
    `${folder}/state.ts`,
    `${folder}/admission.ts`,
    `${folder}/line.ts`,
    `${folder}/attendance.ts`,
    `${folder}/rows.ts`,
    `${folder}/correction.ts`,
    `${folder}/corrections.ts`,
    // Where the facts lead: what a decider goes by.
    `${folder}/course.ts`,
    `${folder}/commitment.ts`,
    `${folder}/pledge.ts`,
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Modules that jest loads are never let go of: after some hundred runs a process would be slow and large.
  maxTestRunnerReuse: 25,
  ignoreStatic: true,
  // A busy machine is slow: only what never ends may count as killed by the clock.
  timeoutMS: 60_000,
  // Sentences for people are read, not tested word by word.
  mutator: { excludedMutations: ['StringLiteral'] },
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: `dist/mutation/${aggregate}.json` },
  tempDirName: 'dist/stryker',
  // What a run of the product or of its scripts leaves behind, and may take away while it is copied.
  ignorePatterns: ['/data', '/screenshots', '.preparing'],
  cleanTempDir: true,
};
