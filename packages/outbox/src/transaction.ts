import type { Actor } from '@cartograph/events';
import type { Closing } from './closing.ts';

/** How statements are sent: what a Prisma client can do of what this package needs, and what `pgTransactions` gives. */
export type SqlExecutor = {
  $queryRawUnsafe<Rows = unknown>(sql: string, ...values: unknown[]): Promise<Rows>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
};

/** Why a change is made: carried into every event the transaction appends. */
export type Cause = {
  readonly correlationId: string;
  /** The event that led to this one, or null when a request did. */
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly actor: Actor;
};

/**
 * One open transaction. `db` sends its statements, from persistence/ alone: it is what `pgTransactions` gives, or a Prisma
 * transaction client that persistence/ narrows to its own generated one. `closing` is written at its end.
 */
export type Transaction = { readonly db: SqlExecutor; readonly cause: Cause; readonly closing: Closing };

/** Runs the work in one transaction; commits when it returns, rolls back when it throws. */
export type UnitOfWork = <Result>(cause: Cause, work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

/** The cause of what the system does by itself: sweepers, workers, importers. */
export const systemCause = (correlationId: string): Cause => ({
  correlationId,
  causationId: null,
  traceparent: null,
  actor: { kind: 'SYSTEM', id: null },
});
