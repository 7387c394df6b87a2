import type { Pool } from 'pg';

/** How the event path of one database stands, for people and gauges. */
export type OutboxStatus = {
  /** Events that are still to be sent. */
  readonly unsent: number;
  /** How long the oldest of them has waited, null when there is none. */
  readonly oldestUnsentSeconds: number | null;
  /** Events the bus does not take; a person must look at them. */
  readonly parked: number;
  /** The first of them with their last errors, oldest first. */
  readonly parkedEvents: readonly { readonly eventId: string; readonly name: string; readonly lastError: string }[];
  /** `isEstimate` when there are many: PostgreSQL's own idea of it, as counting would read the whole table. */
  readonly inbox: { readonly rows: number; readonly isEstimate: boolean; readonly bytes: number };
};

const countedExactly = 10_000;
const parkedShown = 20;

type OutboxRow = { unsent: number; age: number | null; parked: number; parked_events: OutboxStatus['parkedEvents'] };
type InboxRow = { counted: number; estimate: number; bytes: string };

/** Reads how the event path of a database stands: two statements on partial indexes and the catalogue. */
export const readOutboxStatus = async (pool: Pool): Promise<OutboxStatus> => {
  const [outbox, inbox] = await Promise.all([
    pool.query<OutboxRow>(
      `SELECT count(*)::int AS unsent, extract(epoch FROM clock_timestamp() - min(occurred_at))::float8 AS age,
         (SELECT count(*)::int FROM outbox_event WHERE parked_at IS NOT NULL) AS parked,
         (SELECT coalesce(json_agg(p), '[]') FROM (
           SELECT event_id AS "eventId", name, last_error AS "lastError" FROM outbox_event
           WHERE parked_at IS NOT NULL ORDER BY position LIMIT ${parkedShown}) AS p) AS parked_events
       FROM outbox_event WHERE sent_at IS NULL AND parked_at IS NULL`,
    ),
    pool.query<InboxRow>(
      `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM inbox_event LIMIT ${countedExactly + 1}) AS first_rows) AS counted,
         reltuples::float8 AS estimate, pg_total_relation_size(oid) AS bytes
       FROM pg_class WHERE oid = 'inbox_event'::regclass`,
    ),
  ]);
  const { unsent = 0, age = null, parked = 0, parked_events: parkedEvents = [] } = outbox.rows[0] ?? {};
  return { unsent, oldestUnsentSeconds: age, parked, parkedEvents, inbox: inboxOf(inbox.rows[0]) };
};

const inboxOf = ({ counted, estimate, bytes }: InboxRow = { counted: 0, estimate: 0, bytes: '0' }) => {
  const isEstimate = counted > countedExactly;
  return { rows: isEstimate ? Math.max(counted, estimate) : counted, isEstimate, bytes: Number(bytes) };
};
