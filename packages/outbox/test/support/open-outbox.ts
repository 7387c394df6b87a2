import type { SubgraphName } from '@cartograph/events';
import { contractOf } from '@cartograph/events';
import { createTestDatabase } from '@cartograph/testing';
import pg from 'pg';
import { appendEvent } from '../../src/append-event.ts';
import { pgTransactions } from '../../src/pg-transactions.ts';
import { systemCause, type Transaction } from '../../src/transaction.ts';
import { createUnitOfWork, transactionTimeoutMs } from '../../src/unit-of-work.ts';
import { openPrisma } from './open-prisma.ts';

/** An event of an aggregate at a version; its data is the contract's example. */
export const factOf = (aggregateId: string, aggregateVersion: number) => ({
  name: 'StockReserved' as const,
  aggregateId,
  aggregateVersion,
  data: contractOf('StockReserved')?.example as never,
});

export type Through = 'the driver' | 'Prisma';

/** A subgraph's database with everything that writes to its outbox. */
export const openOutbox = async (
  subgraph: SubgraphName,
  onCommitted: () => void = () => undefined,
  through: Through = 'the driver',
) => {
  const database = await createTestDatabase(subgraph);
  const pool = new pg.Pool({
    connectionString: database.url,
    max: 10,
    pipeline: true,
    statement_timeout: transactionTimeoutMs,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = await openPrisma(pool);
  const transactions = through === 'Prisma' ? prisma : pgTransactions(pool);
  const unitOfWork = createUnitOfWork({ transactions, onCommitted });
  const cause = systemCause('a-test');
  return {
    url: database.url,
    pool,
    transactions,
    unitOfWork,
    cause,
    run: <Result>(work: (tx: Transaction) => Promise<Result>) => unitOfWork(cause, work),
    append: (aggregateId: string, ...versions: number[]) =>
      unitOfWork(cause, async (tx) => {
        for (const version of versions) await appendEvent(tx, factOf(aggregateId, version));
      }),
    rows: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await database.drop();
    },
  };
};

export type OpenOutbox = Awaited<ReturnType<typeof openOutbox>>;
