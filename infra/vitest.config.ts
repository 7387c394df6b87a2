import { defineConfig } from 'vitest/config';

/** Run by `pnpm infra:check`, with the vitest of the root. All stages are synthesised once, before the first test. */
export default defineConfig({
  test: {
    retry: 0,
    passWithNoTests: false,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/synthesise.ts'],
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
