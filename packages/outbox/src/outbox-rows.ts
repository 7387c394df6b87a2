import { contractOf, sourceOf } from '@cartograph/events';
import type { PoolClient } from 'pg';

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
 * Locks up to `limit` aggregates that have unsent events and returns those events in order. The lock is on each
 * aggregate's oldest unsent row: another relay skips the aggregate as a whole, so its events never overtake each other.
 */
export const lockUnsent = async (client: PoolClient, limit: number): Promise<OutboxRow[]> => {
  const heads = await client.query<{ aggregate_id: string }>(
    `SELECT aggregate_id FROM outbox_event AS head
     WHERE sent_at IS NULL AND parked_at IS NULL AND next_attempt_at <= clock_timestamp()
       AND NOT EXISTS (
         SELECT 1 FROM outbox_event AS earlier
         WHERE earlier.aggregate_id = head.aggregate_id AND earlier.position < head.position
           AND earlier.sent_at IS NULL AND earlier.parked_at IS NULL)
     ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  if (heads.rows.length === 0) return [];
  const unsent = await client.query<OutboxRow>(
    `SELECT position, event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, causation_id,
       traceparent, actor, data, occurred_at
     FROM outbox_event
     WHERE aggregate_id = ANY($1) AND sent_at IS NULL AND parked_at IS NULL ORDER BY position LIMIT 1000`,
    [heads.rows.map((row) => row.aggregate_id)],
  );
  return unsent.rows;
};

/** Marks rows as sent. */
export const markSent = async (client: PoolClient, positions: readonly string[]): Promise<void> => {
  if (positions.length === 0) return;
  await client.query('UPDATE outbox_event SET sent_at = clock_timestamp() WHERE position = ANY($1::bigint[])', [positions]);
};

/** Notes a failed attempt and when the next one is due: 0.1 s doubling up to about a minute, with jitter. */
export const markFailed = async (client: PoolClient, failures: readonly { position: string; reason: string }[]): Promise<void> => {
  if (failures.length === 0) return;
  await client.query(
    `UPDATE outbox_event AS o SET attempts = attempts + 1, last_error = f.reason,
       next_attempt_at = clock_timestamp() + least(60, 0.1 * power(2, least(o.attempts, 10))) * (0.5 + random()) * interval '1 second'
     FROM unnest($1::bigint[], $2::text[]) AS f(position, reason) WHERE o.position = f.position`,
    [failures.map((failure) => failure.position), failures.map((failure) => failure.reason)],
  );
};

/** The EventBridge entry of a row: source, detail-type and the envelope as detail. */
export const entryOf = (row: OutboxRow) => ({
  Source: sourceOf(emitterOf(row.name)),
  DetailType: row.name,
  Time: row.occurred_at,
  Detail: JSON.stringify({
    eventId: row.event_id,
    schemaVersion: row.schema_version,
    occurredAt: row.occurred_at.toISOString(),
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    traceparent: row.traceparent,
    actor: row.actor,
    data: row.data,
  }),
});

const emitterOf = (name: string): string => {
  const contract = contractOf(name);
  if (!contract) throw new Error(`no contract for the event ${name}`);
  return contract.emitter;
};
