/** One configuration for every level; the suffix of a test names its level (unit `.spec.ts`, real engines `.int.spec.ts`, whole product `.e2e.spec.ts`). */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  roots: ['<rootDir>/apps', '<rootDir>/docker', '<rootDir>/libs', '<rootDir>/scripts', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testTimeout: 20_000,
  // Many tests wait for processes, so two of them fit on two cores.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
