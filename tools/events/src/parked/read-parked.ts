import type { SubgraphName } from '@cartograph/events';
import type { Pool } from 'pg';

/** An event that the bus does not take and that waits for a person. */
export type ParkedEvent = {
  readonly eventId: string;
  readonly subgraph: SubgraphName;
  readonly name: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly occurredAt: Date;
  readonly parkedAt: Date;
  readonly attempts: number;
  readonly reason: string;
  readonly data: unknown;
};

/** Reads what is parked in one outbox, oldest first, `limit` events at most. */
export const readParked = async (pool: Pool, subgraph: SubgraphName, limit: number): Promise<ParkedEvent[]> => {
  const { rows } = await pool.query<Omit<ParkedEvent, 'subgraph'>>(
    `SELECT event_id::text AS "eventId", name, aggregate_id AS "aggregateId", aggregate_version AS "aggregateVersion",
       occurred_at AS "occurredAt", parked_at AS "parkedAt", attempts, coalesce(last_error, '') AS reason, data
     FROM outbox_event WHERE parked_at IS NOT NULL ORDER BY position LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, subgraph }));
};
