import type { Severity } from '../finding.ts';

/** Why a statement is dangerous on a database that is in use. */
export interface Risk {
  code: string;
  severity: Severity;
  message: string;
  cure: string;
}

/** What is known of the database that a statement meets. */
export interface Surroundings {
  /** Made by the same migration: nobody uses them yet, and they are empty. */
  newTables: ReadonlySet<string>;
  /** Tables that hold so much that work on every row is felt. */
  isLarge: (table: string) => boolean;
  /** Whether the code that is deployed now reads or writes it. */
  isUsed: (table: string, column?: string) => boolean;
  /** How many statements the migration has. */
  statements: number;
}

export const dropsWhatIsUsed = (what: string): Risk => ({
  code: 'DROPS_WHAT_IS_USED',
  severity: 'error',
  message: `drops ${what}, which the code of the base reads or writes: it fails while it still runs, and the data is gone`,
  cure: 'First deploy code that does not know it any more (@ignore in schema.prisma), then drop it in a later release.',
});

export const drops = (what: string): Risk => ({
  code: 'DROPS',
  severity: 'warning',
  message: `drops ${what}; the code of the base does not use it, yet its data is gone for good`,
  cure: 'Make sure that a backup holds what may be missed, then allow it by the comment `-- schema-check: allow DROPS <why>`.',
});

export const renames = (what: string): Risk => ({
  code: 'RENAMES',
  severity: 'error',
  message: `renames ${what}: code that is still running asks for the old name`,
  cure: 'Keep the name in the database and map it (@map, @@map), or add the new one, write both, and drop the old one later.',
});

export const addsRequired = (what: string): Risk => ({
  code: 'ADDS_REQUIRED_COLUMN',
  severity: 'error',
  message: `adds ${what} as NOT NULL without a default: it fails on rows there are, and code that is still running cannot insert`,
  cure: 'Give it a default, or add it as nullable, fill it, and set NOT NULL in a later release.',
});

export const setsRequired = (what: string): Risk => ({
  code: 'SETS_NOT_NULL',
  severity: 'warning',
  message: `sets ${what} NOT NULL: every row is read under a lock, and code that is still running may write null`,
  cure: 'Deploy code that always writes it first; add CHECK (... IS NOT NULL) NOT VALID, VALIDATE it, then SET NOT NULL reads no row.',
});

export const changesType = (what: string): Risk => ({
  code: 'CHANGES_TYPE',
  severity: 'error',
  message: `changes the type of ${what}: the table is rewritten under a lock, and code that is still running reads another type`,
  cure: 'Add a column of the new type, write both, fill it, read the new one, and drop the old one in a later release.',
});

export const locksForIndex = (table: string): Risk => ({
  code: 'INDEX_LOCKS_WRITES',
  severity: 'warning',
  message: `builds an index on ${table}, which is large: nobody can write to it meanwhile`,
  cure: 'CREATE INDEX CONCURRENTLY, alone in a migration of its own (a migration of several statements is one transaction).',
});

export const concurrentlyNotAlone = (what: string): Risk => ({
  code: 'CONCURRENTLY_IN_TRANSACTION',
  severity: 'error',
  message: `${what} CONCURRENTLY among other statements: a migration of several statements is one transaction, where PostgreSQL refuses it`,
  cure: 'Put the statement alone into a migration of its own.',
});

export const validatesUnderLock = (what: string): Risk => ({
  code: 'CONSTRAINT_READS_TABLE',
  severity: 'warning',
  message: `adds ${what}, and reads the whole table under a lock`,
  cure: 'Add it NOT VALID, and VALIDATE CONSTRAINT in a later migration, which locks nobody out.',
});

export const touchesEveryRow = (what: string): Risk => ({
  code: 'TOUCHES_EVERY_ROW',
  severity: 'warning',
  message: `${what}: every row is locked until the migration ends`,
  cure: 'Do it in batches outside the migration, before the release that needs it.',
});
