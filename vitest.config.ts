import { defineConfig } from 'vitest/config'

/** One project per folder, so that `npx vitest run --project unit` stays fast and needs nothing. */
export default defineConfig({
  test: {
    setupFiles: ['test/support/no-internet.ts'],
    restoreMocks: true,
    // Vitest leaves one processor free for watching; a run that ends needs them all.
    maxWorkers: '100%',
    projects: [
      // One load of the lexicons and the model per worker, not per file; nothing here keeps state of its own in a module.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          isolate: false,
          pool: 'threads',
        },
      },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      { extends: true, test: { name: 'transcripts', include: ['test/transcripts/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'store',
          isolate: false,
          include: ['test/store/**/*.test.ts'],
          globalSetup: ['test/support/database.ts'],
          // A first start of PostgreSQL takes a second or two on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'evals', include: ['test/evals/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
})
