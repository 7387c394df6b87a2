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

const markSentSql = 'UPDATE outbox_event SET sent_at = clock_timestamp() WHERE position = ANY($1::bigint[])';

/** Marks rows as sent. */
export const markSent = async (client: ClientBase, positions: readonly string[]): Promise<void> => {
  if (positions.length === 0) return;
  await client.query({ name: 'mark-sent', text: markSentSql, values: [positions] });
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
