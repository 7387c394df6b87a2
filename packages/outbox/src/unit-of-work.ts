import { setTimeout as delay } from 'node:timers/promises';
import type { SqlExecutor, Transaction, UnitOfWork } from './transaction.ts';

/** The part of a Prisma client that opens transactions. */
export type TransactionalClient = {
  $transaction<Result>(
    work: (tx: SqlExecutor) => Promise<Result>,
    options: { isolationLevel: 'ReadCommitted'; timeout: number; maxWait: number },
  ): Promise<Result>;
};

export type UnitOfWorkOptions = {
  prisma: TransactionalClient;
  /** Called after each commit, so that the relay need not wait for its next poll. */
  onCommitted: () => void;
  timeoutMs?: number;
  maxRetries?: number;
};

/**
 * Opens READ COMMITTED transactions with a time-out and runs the work again, up to `maxRetries` times with jitter,
 * when PostgreSQL reports a serialization failure (40001) or a deadlock (40P01): the work must therefore have no effect
 * outside its transaction.
 */
export const createUnitOfWork = ({
  prisma,
  onCommitted,
  timeoutMs = 10_000,
  maxRetries = 3,
}: UnitOfWorkOptions): UnitOfWork => {
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
    const result = await attempt(
      () =>
        prisma.$transaction((db) => work({ db, cause } satisfies Transaction), {
          isolationLevel: 'ReadCommitted',
          timeout: timeoutMs,
          maxWait: timeoutMs,
        }),
      maxRetries,
    );
    onCommitted();
    return result;
  };
};

/** Prisma hides the SQLSTATE in different places by how the statement was sent: its own code P2034, the adapter's cause, or the text. */
const isRetryable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (['P2034', '40001', '40P01'].includes(code)) return true;
  return /\b(40001|40P01)\b|TransactionWriteConflict/.test(error.message) || isRetryable(error.cause);
};
