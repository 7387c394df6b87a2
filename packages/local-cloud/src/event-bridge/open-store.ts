import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
CREATE TABLE IF NOT EXISTS buses (
  name TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS rules (
  bus TEXT NOT NULL REFERENCES buses,
  name TEXT NOT NULL,
  pattern TEXT NOT NULL,
  state TEXT NOT NULL,
  description TEXT,
  is_provisioned INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bus, name)
) STRICT;
CREATE TABLE IF NOT EXISTS targets (
  bus TEXT NOT NULL,
  rule TEXT NOT NULL,
  id TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (bus, rule, id),
  FOREIGN KEY (bus, rule) REFERENCES rules ON DELETE CASCADE
) STRICT;
CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  bus TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS events_by_time ON events (accepted_at);
CREATE TABLE IF NOT EXISTS archives (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  bus TEXT NOT NULL,
  description TEXT,
  pattern TEXT,
  retention_days INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS archived_events (
  archive INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (archive, happened_at, event_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS archived_events_by_event ON archived_events (event_seq);
CREATE TABLE IF NOT EXISTS replays (
  name TEXT PRIMARY KEY,
  archive_id INTEGER NOT NULL,
  archive_name TEXT NOT NULL,
  description TEXT,
  bus TEXT NOT NULL,
  rule_arns TEXT NOT NULL,
  events_from INTEGER NOT NULL,
  events_until INTEGER NOT NULL,
  state TEXT NOT NULL,
  state_reason TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  last_happened_at INTEGER,
  last_seq INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  event_seq INTEGER NOT NULL,
  queue_arn TEXT NOT NULL,
  route TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_by_queue ON deliveries (queue_arn, seq);
CREATE INDEX IF NOT EXISTS deliveries_by_event ON deliveries (event_seq);
`;

/** The condition on a row of `events` that no delivery and no archive needs any more. */
export const isForgettable = `NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_seq = events.seq)
  AND NOT EXISTS (SELECT 1 FROM archived_events a WHERE a.event_seq = events.seq)`;

/**
 * Opens the bridge's own store in the folder. WAL with synchronous=NORMAL: what is committed outlives a kill of the
 * process; only a crash of the whole machine may take back the last moments.
 */
export function openStore(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, 'event-bridge.db'), { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  inTransaction(database, () => {
    renameOldLog(database);
    database.exec(schema);
  });
  return database;
}

/** Stores made before archives had names called the table of accepted events `archive`. */
function renameOldLog(database: DatabaseSync): void {
  const old = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'archive'").get();
  if (old === undefined) return;
  database.exec(`DELETE FROM archive WHERE seq NOT IN (SELECT event_seq FROM deliveries);
    DROP INDEX archive_by_time; ALTER TABLE archive RENAME TO events`);
}

/** Runs the work in one transaction: all of it is kept, or nothing. The work must not await. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself; ROLLBACK would then hide the reason behind its own complaint.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
