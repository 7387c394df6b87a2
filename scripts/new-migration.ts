import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffSchemas, migrationNames } from '@cartograph/migrations';
import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';

const usage = `Usage: pnpm migrations:new <product|order|user|payment> <name>

Writes prisma/<subgraph>/migrations/<timestamp>_<name>/migration.sql: the step from the schema as of the newest
migration (its copy lies beside it as schema.prisma) to the present prisma/<subgraph>/schema.prisma.
Add CHECK constraints, partial indexes and backfills to the file by hand. No database is needed.
To redo a migration that nobody has applied yet, delete its folder and run the command again.`;

const lockfile = '# The provider cannot change once migrations exist.\nprovider = "postgresql"\n';

const main = async ([subgraph, name]: string[]): Promise<void> => {
  if (!subgraph || !name || !/^[a-z0-9_]+$/.test(name)) return fail(usage);
  const schemaFile = join(root, 'prisma', subgraph, 'schema.prisma');
  if (!existsSync(schemaFile)) return fail(`There is no prisma/${subgraph}/schema.prisma.\n\n${usage}`);
  const to = await readFile(schemaFile, 'utf8');
  const migrationsDir = join(root, 'prisma', subgraph, 'migrations');
  const sql = await diffSchemas({ from: await schemaOfNewestMigration(migrationsDir), to });
  if (sql === '') return console.log('Nothing to migrate: the schema is the one of the newest migration.');
  const folder = join(migrationsDir, `${timestamp(new Date())}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(migrationsDir, 'migration_lock.toml'), lockfile);
  await writeFile(join(folder, 'schema.prisma'), to);
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`Wrote ${folder.slice(root.length + 1)}/migration.sql`);
};

const schemaOfNewestMigration = async (migrationsDir: string): Promise<string | null> => {
  const newest = (await migrationNames(migrationsDir)).at(-1);
  return newest === undefined ? null : readFile(join(migrationsDir, newest, 'schema.prisma'), 'utf8');
};

const timestamp = (now: Date): string => now.toISOString().replace(/[-:T]/g, '').slice(0, 14);

await runScript(() => main(process.argv.slice(2)));
