import { transactionTimeoutMs } from '@cartograph/outbox';
import type { Logger } from '@cartograph/telemetry';
import pg from 'pg';

/** Opens the pool one process holds. Without the listeners a restart of the database would crash the process. */
export const openDatabase = ({
  config,
  logger,
}: {
  config: { readonly DATABASE_URL: string; readonly DATABASE_POOL_SIZE: number };
  logger: Logger;
}): { pool: pg.Pool; close: () => Promise<void> } => {
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL,
    max: config.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // BEGIN goes out with a transaction's first statement, and COMMIT with its last.
    pipeline: true,
    statement_timeout: transactionTimeoutMs,
    // A process that hangs in a transaction must not keep its locks from the other replicas.
    idle_in_transaction_session_timeout: 3 * transactionTimeoutMs,
  });
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection was lost'));
  pool.on('connect', (client) =>
    client.on('error', (error) => logger.warn({ err: error }, 'a database connection was lost')),
  );
  return { pool, close: () => pool.end() };
};
