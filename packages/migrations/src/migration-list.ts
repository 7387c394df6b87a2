import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Reads a Prisma migrations folder (`<timestamp>_<name>/migration.sql` and `migration_lock.toml`) in the order
 * in which the migrations apply. A missing folder is an empty list.
 */
export const readMigrationList = async (migrationsDir: string): Promise<MigrationList> => {
  const names = await migrationNames(migrationsDir);
  return {
    baseDir: migrationsDir,
    lockfile: { path: 'migration_lock.toml', content: await readOrNull(join(migrationsDir, 'migration_lock.toml')) },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map((name) => readMigration(migrationsDir, name))),
  };
};

/** The names of the migrations in a folder, oldest first; empty when the folder does not exist. */
export const migrationNames = async (migrationsDir: string): Promise<string[]> => {
  const entries = await readdir(migrationsDir, { withFileTypes: true }).catch(emptyWhenMissing);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
};

const readMigration = async (migrationsDir: string, name: string) => {
  const value = await readFile(join(migrationsDir, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
};

const readOrNull = async (file: string): Promise<string | null> => readFile(file, 'utf8').catch(nullWhenMissing);

const nullWhenMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

const emptyWhenMissing = (error: NodeJS.ErrnoException): [] => {
  if (error.code === 'ENOENT') return [];
  throw error;
};
