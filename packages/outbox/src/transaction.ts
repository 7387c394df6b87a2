import type { Actor } from '@cartograph/events';

/** What a Prisma transaction client can do that this package needs. */
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
 * One open transaction. `db` is the Prisma transaction client: persistence/ narrows it to its own generated client;
 * nothing else touches it.
 */
export type Transaction = { readonly db: SqlExecutor; readonly cause: Cause };

/** Runs the work in one transaction; commits when it returns, rolls back when it throws. */
export type UnitOfWork = <Result>(cause: Cause, work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

/** The cause of what the system does by itself: sweepers, workers, importers. */
export const systemCause = (correlationId: string): Cause => ({
  correlationId,
  causationId: null,
  traceparent: null,
  actor: { kind: 'SYSTEM', id: null },
});
