import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Opens the provider's store in that folder and makes what is missing. Amounts are text, as SQLite's reader would
 * otherwise hand out floats. NORMAL in WAL mode survives a killed process; only a power cut may lose the last commits.
 */
export const openStore = (dataDir: string): DatabaseSync => {
  mkdirSync(dataDir, { recursive: true });
  const store = new DatabaseSync(join(dataDir, 'sandbox-provider.sqlite'));
  store.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;
    CREATE TABLE IF NOT EXISTS charge (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL, status TEXT NOT NULL,
      currency TEXT NOT NULL, payment_method_token TEXT NOT NULL, amount_minor TEXT NOT NULL,
      authorized_minor TEXT NOT NULL, captured_minor TEXT NOT NULL, refunded_minor TEXT NOT NULL, decline_reason TEXT,
      created_at TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS charge_reference ON charge (reference);
    CREATE TABLE IF NOT EXISTS operation (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, charge_id TEXT NOT NULL REFERENCES charge (id),
      kind TEXT NOT NULL, idempotency_key TEXT NOT NULL, amount_minor TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
      created_at TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS operation_charge ON operation (charge_id);
    CREATE INDEX IF NOT EXISTS operation_key ON operation (idempotency_key);
    CREATE TABLE IF NOT EXISTS answer (
      idempotency_key TEXT PRIMARY KEY, request_hash TEXT NOT NULL, status_code INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS fault (idempotency_key TEXT PRIMARY KEY) STRICT;
  `);
  return store;
};

/** Runs the work in one transaction; it is rolled back when the work throws. */
export const inTransaction = <Result>(store: DatabaseSync, work: () => Result): Result => {
  store.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    store.exec('COMMIT');
    return result;
  } catch (error) {
    store.exec('ROLLBACK');
    throw error;
  }
};
