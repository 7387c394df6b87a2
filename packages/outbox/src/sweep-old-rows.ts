import type { Pool } from 'pg';

/** How long rows that have done their work are kept, in seconds. */
export type KeepSeconds = {
  /** Sent events, for whoever wants to know what was sent. Unsent and parked ones are never deleted. */
  readonly sentEvents: number;
  /** Must be longer than the archive from which events can be replayed: what is forgotten here is applied again. */
  readonly inboxRows: number;
  /** For so long a mutation may be sent again with its key. */
  readonly idempotencyKeys: number;
};

export type Swept = { readonly sentEvents: number; readonly inboxRows: number; readonly idempotencyKeys: number };

export const rowsPerStatement = 1_000;

/**
 * The least UUIDv7 of the instant $1 seconds ago. Event ids are UUIDv7, and no event is sent or taken before it is made:
 * what is old enough to go lies below this id, so that the unique index finds it and no index by time is needed.
 */
const idBefore = `(lpad(to_hex((extract(epoch FROM now() - $1 * interval '1 second') * 1000)::bigint), 12, '0')
  || '00000000000000000000')::uuid`;

/** SKIP LOCKED: sweepers of several replicas take different rows and never wait for each other. */
const statements = {
  sentEvents: `DELETE FROM outbox_event WHERE event_id = ANY(ARRAY(
    SELECT event_id FROM outbox_event WHERE event_id < ${idBefore} AND sent_at < now() - $1 * interval '1 second'
    ORDER BY event_id LIMIT ${rowsPerStatement} FOR UPDATE SKIP LOCKED))`,
  inboxRows: `DELETE FROM inbox_event WHERE event_id = ANY(ARRAY(
    SELECT event_id FROM inbox_event WHERE event_id < ${idBefore} AND taken_at < now() - $1 * interval '1 second'
    ORDER BY event_id LIMIT ${rowsPerStatement} FOR UPDATE SKIP LOCKED))`,
  idempotencyKeys: `DELETE FROM idempotency_key WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM idempotency_key WHERE created_at < now() - $1 * interval '1 second'
    ORDER BY created_at LIMIT ${rowsPerStatement} FOR UPDATE SKIP LOCKED))`,
} as const satisfies Record<keyof KeepSeconds, string>;

/**
 * Deletes what is older than the settings say, by the database's clock, in small batches each of which commits by itself.
 * Returns how many rows of each kind went. `mayGoOn` is asked before every batch.
 */
export const sweepOldRows = async (
  pool: Pool,
  keep: KeepSeconds,
  mayGoOn: () => boolean = () => true,
): Promise<Swept> => {
  const swept = { sentEvents: 0, inboxRows: 0, idempotencyKeys: 0 };
  for (const kind of Object.keys(statements) as (keyof Swept)[]) {
    for (let deleted = rowsPerStatement; deleted === rowsPerStatement && mayGoOn(); swept[kind] += deleted) {
      deleted = (await pool.query(statements[kind], [keep[kind]])).rowCount ?? 0;
    }
  }
  return swept;
};
