import { readFileSync } from 'node:fs';

const { $schema: _schema, ...swcrc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcrc, swcrc: false }] },
  moduleNameMapper: {
    '^@(domain|platform|integrations)/(.*)$': '<rootDir>/libs/$1/src/$2',
    '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

/** `unit` needs nothing but the code; `database` runs against a real PostgreSQL that starts once for the run. */
export default {
  // A suite that has ended leaves its modules behind: seventy of them in one process are four gigabytes.
  workerIdleMemoryLimit: '1GB',
  // A hook that starts the whole program takes seconds on a busy machine; what must be fast is measured by the bench.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps/api,apps/simulator,libs,migrations}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'database',
      testMatch: ['<rootDir>/{apps/api,apps/simulator,libs,migrations}/**/*.{int,e2e}-spec.ts'],
      globalSetup: '<rootDir>/apps/api/test/setup/start-postgres.mjs',
      setupFilesAfterEnv: ['<rootDir>/apps/api/test/setup/load-nest.mjs'],
      globalTeardown: '<rootDir>/apps/api/test/setup/stop-postgres.mjs',
    },
  ],
};
