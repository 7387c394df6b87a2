import { fileURLToPath } from 'node:url';
import { applyMigrations } from '@cartograph/migrations';
import { runTask } from '@cartograph/subgraph-server';
import { readTaskConfig } from './config.ts';

const migrationsDir = fileURLToPath(new URL('../../../prisma/user/migrations/', import.meta.url));

/** Applies the migrations that the database has not seen yet: the task that runs before a release's processes. */
await runTask({
  name: 'user',
  readConfig: readTaskConfig,
  run: async (config, logger) => {
    const applied = await applyMigrations({ databaseUrl: config.DATABASE_URL, migrationsDir });
    logger.info({ applied }, 'the database is migrated');
  },
});
