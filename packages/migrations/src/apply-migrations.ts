import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { migratingAdapter } from './migrating-adapter.ts';
import { readMigrationList } from './migration-list.ts';
import { openSchemaEngine, type SchemaEngine } from './schema-engine.ts';

export interface MigrationTarget {
  /** PostgreSQL connection string of a role that may create tables. */
  databaseUrl: string;
  /** Folder of `<timestamp>_<name>/migration.sql`. */
  migrationsDir: string;
}

/** The migrations of a database cannot be applied; the message names the migration, the reason and the cure. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that the database has not seen yet and returns their names in order (empty when up to date).
 * Each migration is one transaction. Writes the same `_prisma_migrations` table as `prisma migrate deploy`, so that
 * either can follow the other. Safe to call from several processes at once: they wait for each other up to 10 seconds.
 *
 * Throws MigrationError when a migration fails (it is rolled back whole and may be mended and applied again), when an
 * earlier one was interrupted, and when an applied one was edited since.
 */
export const applyMigrations = async ({ databaseUrl, migrationsDir }: MigrationTarget): Promise<string[]> => {
  const migrationsList = await readMigrationList(migrationsDir);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // Without a listener a server that restarts meanwhile would end the process; the statement in flight reports it.
  pool.on('error', () => {});
  try {
    const engine = await openSchemaEngine(migratingAdapter(pool));
    try {
      return await applyUnseen(engine, migrationsList);
    } finally {
      engine.free();
    }
  } finally {
    // The engine holds an advisory lock for as long as its session lives: an open pool would block the next caller.
    await pool.end();
  }
};

const applyUnseen = async (engine: SchemaEngine, migrationsList: MigrationList): Promise<string[]> => {
  const before = await diagnose(engine, migrationsList);
  if (before.failedMigrationNames.length > 0) throw interrupted(before.failedMigrationNames);
  if (before.editedMigrationNames.length > 0) throw edited(before.editedMigrationNames);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return appliedMigrationNames;
  } catch (error) {
    throw await afterRollback(engine, migrationsList, error as Error);
  }
};

const diagnose = (engine: SchemaEngine, migrationsList: MigrationList) =>
  engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilters });

const afterRollback = async (engine: SchemaEngine, migrationsList: MigrationList, cause: Error): Promise<Error> => {
  const { failedMigrationNames } = await diagnose(engine, migrationsList);
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  const reason =
    cause.message.split(/\n\s+0: /)[0]?.replace(/^external connector error\n(Error querying the database: )?/, '') ??
    cause.message;
  const which = failedMigrationNames.join(', ') || 'of this database';
  return new MigrationError(
    `Migration ${which} failed and changed nothing: ${reason.trim()}\nMend its migration.sql and start again.`,
    { cause },
  );
};

const interrupted = (names: string[]): MigrationError =>
  new MigrationError(
    `Migration ${names.join(', ')} was interrupted and may or may not be in the database. ` +
      'Compare the database with its migration.sql, then set finished_at (it is in) or rolled_back_at (it is not) ' +
      'of its row in _prisma_migrations; a database without data of worth is better reset.',
  );

const edited = (names: string[]): MigrationError =>
  new MigrationError(
    `Migration ${names.join(', ')} was edited after it had been applied. Put its migration.sql back and write ` +
      'a further migration; a database without data of worth may be reset instead.',
  );
