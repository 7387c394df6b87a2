import { createHash } from 'node:crypto';
import type { SqlExecutor, TransactionalClient } from '@cartograph/outbox';
import type { Pool, PoolClient } from 'pg';

/**
 * Transactions for work that sends the same few statements ten thousand times: each statement is parsed and planned once
 * a connection. Through Prisma, which prepares nothing, an import took twice as long. What goes wrong has the driver's
 * own error codes. The texts must be constants, or every connection fills up with plans.
 */
export const preparedTransactions = (pool: Pool): TransactionalClient => ({
  $transaction: async (work) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
      const result = await work(executorOn(client));
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      const isAlive = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
      client.release(!isAlive);
      throw error;
    }
  },
});

const names = new Map<string, string>();

/** PostgreSQL knows a prepared statement by a name of at most 63 characters. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
};

const executorOn = (client: PoolClient): SqlExecutor => ({
  $queryRawUnsafe: async <Rows>(text: string, ...values: unknown[]) =>
    (await client.query({ name: nameOf(text), text, values })).rows as Rows,
  $executeRawUnsafe: async (text, ...values) =>
    (await client.query({ name: nameOf(text), text, values })).rowCount ?? 0,
});
