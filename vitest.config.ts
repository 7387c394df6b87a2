import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// infra/ is a workspace of its own: `pnpm infra:check` runs its tests.
const exclude = ['**/node_modules/**', '**/.cartograph/**', 'infra/**'];
// Node loads graphql's CommonJS build, also for the libraries; Vite would give our own files its ES build beside it, and
// then an error made by one is no instance of the other's GraphQLError.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };
// Every test file is a process of its own, and many start more: what one has compiled, the next need not.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/cartograph-compiled');
const clients = 'scripts/generate-clients-for-tests.ts';

/**
 * Three projects, told apart by a test file's suffix: `unit` is pure, `int` crosses one boundary (real PostgreSQL, real
 * HTTP), `e2e` runs the whole stack. Nothing is retried: a test that fails now and then is a bug that shows now and then.
 */
export default defineConfig({
  test: {
    retry: 0,
    passWithNoTests: false,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['**/*.unit.test.ts'],
          exclude,
          testTimeout: 10_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude,
          maxWorkers: 2,
          globalSetup: [clients, 'packages/testing/src/postgres-for-tests.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['**/*.e2e.test.ts'],
          exclude,
          // Each of them starts the whole stack, which waits more than it works; none of them measures time.
          globalSetup: [clients],
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
