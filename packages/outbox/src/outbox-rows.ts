import type { ClientBase } from 'pg';
import { type BusRefusal, patienceFor } from './bus-refusal.ts';

export type OutboxRow = {
  position: string;
  event_id: string;
  name: string;
  schema_version: number;
  aggregate_id: string;
  aggregate_version: number;
  correlation_id: string;
  causation_id: string | null;
  traceparent: string | null;
  actor: unknown;
  data: unknown;
  occurred_at: Date;
};

/**
 * Locks up to `aggregates` aggregates that have unsent events and returns up to `each` of those events a piece, in
 * order. The lock is on each aggregate's oldest unsent row: another relay skips the aggregate as a whole, so its events
 * never overtake each other. A row that another relay sent between the snapshot and the lock is judged again by
 * PostgreSQL when it is locked, and falls out.
 */
export const lockUnsent = async (
  client: ClientBase,
  { aggregates, each }: { aggregates: number; each: number },
): Promise<OutboxRow[]> => {
  const { rows } = await client.query<OutboxRow>(
    `WITH heads AS MATERIALIZED (
       SELECT aggregate_id, position FROM outbox_event AS head
       WHERE sent_at IS NULL AND parked_at IS NULL AND next_attempt_at <= clock_timestamp()
         AND NOT EXISTS (
           SELECT 1 FROM outbox_event AS earlier
           WHERE earlier.aggregate_id = head.aggregate_id AND earlier.position < head.position
             AND earlier.sent_at IS NULL AND earlier.parked_at IS NULL)
       ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED)
     SELECT event.* FROM heads CROSS JOIN LATERAL (
       SELECT position, event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, causation_id,
         traceparent, actor, data, occurred_at
       FROM outbox_event AS o
       WHERE o.aggregate_id = heads.aggregate_id AND o.position >= heads.position
         AND o.sent_at IS NULL AND o.parked_at IS NULL
       ORDER BY o.position LIMIT $2) AS event
     ORDER BY event.position`,
    [aggregates, each],
  );
  return rows;
};

/** Marks rows as sent. */
export const markSent = async (client: ClientBase, positions: readonly string[]): Promise<void> => {
  if (positions.length === 0) return;
  await client.query('UPDATE outbox_event SET sent_at = clock_timestamp() WHERE position = ANY($1::bigint[])', [
    positions,
  ]);
};

export type Refused = { readonly row: OutboxRow; readonly refusal: BusRefusal };

/** An event after a refusal: parked for good, or due again in so many milliseconds. */
export type Judged = { event_id: string; name: string; last_error: string; is_parked: boolean; due_in_ms: number };

/** Notes refusals: each is due again after 0.1 s doubling up to 5 s, with jitter, or parked when patience has ended. */
export const markRefused = async (client: ClientBase, refused: readonly Refused[]): Promise<Judged[]> => {
  if (refused.length === 0) return [];
  const { rows } = await client.query<Judged>(
    `UPDATE outbox_event AS o SET attempts = attempts + 1, last_error = r.reason,
       parked_at = CASE WHEN o.attempts + 1 >= r.patience THEN clock_timestamp() END,
       next_attempt_at = clock_timestamp()
         + least(5, 0.1 * power(2, least(o.attempts, 10))) * (0.5 + random() / 2) * interval '1 second'
     FROM unnest($1::bigint[], $2::text[], $3::int[]) AS r(position, reason, patience) WHERE o.position = r.position
     RETURNING o.event_id, o.name, o.last_error, o.parked_at IS NOT NULL AS is_parked,
       (extract(epoch FROM o.next_attempt_at - clock_timestamp()) * 1000)::float8 AS due_in_ms`,
    [
      refused.map(({ row }) => row.position),
      refused.map(({ refusal }) => refusal.reason.slice(0, 2_000)),
      refused.map(({ refusal }) => patienceFor(refusal.code)),
    ],
  );
  return rows;
};
