import { defineConfig } from 'vitest/config'

/** Tests of the whole program as processes of their own: slow, so not part of the other projects. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    setupFiles: ['test/support/no-internet.ts'],
    // A first start makes a database; on a busy machine of two cores that takes its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // Real processes on a shared machine: a test that fails twice more has failed.
    retry: 2,
  },
})
