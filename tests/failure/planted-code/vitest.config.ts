import { defineConfig } from 'vitest/config';

/** A run of its own (`pnpm test:plants`): it starts the whole stack once for each mistake, about five minutes in all. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    root: import.meta.dirname,
    include: ['*.long.test.ts'],
    globalSetup: ['../../../scripts/generate-clients-for-tests.ts'],
    maxWorkers: 1,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
