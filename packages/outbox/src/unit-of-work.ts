import { setTimeout as delay } from 'node:timers/promises';
import { closingStatement, emptyClosing } from './closing.ts';
import { codesOf } from './error-causes.ts';
import type { Cause, SqlExecutor, Transaction, UnitOfWork } from './transaction.ts';

/** What opens transactions: `pgTransactions`, or a Prisma client. */
export type TransactionalClient = {
  $transaction<Result>(
    work: (tx: TransactionExecutor) => Promise<Result>,
    options: { timeout: number; maxWait: number },
  ): Promise<Result>;
};

/** `$executeLast` sends a statement together with the COMMIT, which it is only waited for with. */
export type TransactionExecutor = SqlExecutor & { $executeLast?(sql: string, ...values: unknown[]): void };

export type UnitOfWorkOptions = {
  transactions: TransactionalClient;
  /** Called after each commit, so that the relay need not wait for its next poll. */
  onCommitted: () => void;
  /** Another time-out than `transactionTimeoutMs`; costs each transaction one more round trip. */
  timeoutMs?: number;
  maxRetries?: number;
};

/**
 * How long a transaction may take. Time-outs of ours and of Prisma's only look between statements: one that waits for a lock would keep
 * its transaction, its connection and the locks it has for as long as the other one likes. PostgreSQL ends it by its
 * `statement_timeout`, which every connection of the pool must have: telling it anew in each transaction is a quarter of
 * what a short one costs.
 */
export const transactionTimeoutMs = 10_000;

/**
 * Opens READ COMMITTED transactions (PostgreSQL's default) with a time-out and runs the work again, up to `maxRetries`
 * times with jitter, when PostgreSQL reports a serialization failure (40001) or a deadlock (40P01): the work must
 * therefore have no effect outside its transaction.
 */
export const createUnitOfWork = ({
  transactions,
  onCommitted,
  timeoutMs = transactionTimeoutMs,
  maxRetries = 3,
}: UnitOfWorkOptions): UnitOfWork => {
  const transact = <Result>(cause: Cause, work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    transactions.$transaction(
      async (db) => {
        if (timeoutMs !== transactionTimeoutMs)
          await db.$executeRawUnsafe(`SET LOCAL statement_timeout = ${Math.ceil(timeoutMs)}`);
        const tx: Transaction = { db, cause, closing: emptyClosing() };
        const result = await work(tx);
        await close(db, tx);
        return result;
      },
      { timeout: timeoutMs, maxWait: timeoutMs },
    );
  const attempt = async <Result>(run: () => Promise<Result>, retriesLeft: number): Promise<Result> => {
    try {
      return await run();
    } catch (error) {
      if (retriesLeft === 0 || !isRetryable(error)) throw error;
      await delay(10 + Math.random() * 40 * (maxRetries - retriesLeft + 1));
      return attempt(run, retriesLeft - 1);
    }
  };
  return async (cause, work) => {
    const result = await attempt(() => transact(cause, work), maxRetries);
    onCommitted();
    return result;
  };
};

const close = async (db: TransactionExecutor, { closing }: Transaction): Promise<void> => {
  const last = closingStatement(closing);
  if (!last) return;
  if (db.$executeLast) db.$executeLast(last.sql, ...last.values);
  else await db.$executeRawUnsafe(last.sql, ...last.values);
};

/** Serialization failure and deadlock, as PostgreSQL, Prisma's adapter and Prisma call them. */
const retryableCodes = ['40001', '40P01', 'TransactionWriteConflict', 'P2034'];

const isRetryable = (error: unknown): boolean => {
  const codes = codesOf(error);
  return retryableCodes.some((code) => codes.has(code));
};
