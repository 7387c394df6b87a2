import type { ClientBase } from 'pg';
import type { OutboxRow } from './outbox-rows.ts';

/** How much one turn takes: so many aggregates, and so many events of each. */
export type Share = { readonly aggregates: number; readonly each: number };

/** Positions of events that are due: the first of each aggregate, and those with the ones that follow them. */
type Candidates = { readonly heads: string[]; readonly events: string[] };

/** `isAll`: there is no unsent event besides. */
type Found = Candidates & { readonly isAll: boolean };

/** An event has up to 200 KB: more at once would be felt in the memory of the process. */
const maxEvents = 300;
const pageSize = 1_000;
/** Behind so many events that all wait for a later attempt nobody looks any further in one turn. */
const maxPages = 50;

/**
 * Refused events wait for up to 5 s. One that seems to wait for longer does so because the database's clock was set back
 * meanwhile, and one that was never tried has nothing to wait for: no event hangs until a clock has caught up.
 */
const isDue = `(attempts = 0
  OR next_attempt_at NOT BETWEEN clock_timestamp() AND clock_timestamp() + interval '10 seconds')`;

const lockEventsSql = `
  WITH locked AS MATERIALIZED (
    SELECT aggregate_id FROM outbox_event
    WHERE position = ANY($1::bigint[]) AND sent_at IS NULL AND parked_at IS NULL
      AND ${isDue}
    ORDER BY position LIMIT $3 FOR UPDATE SKIP LOCKED)
  SELECT position, event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, causation_id,
    traceparent, actor, data, occurred_at
  FROM outbox_event
  WHERE position = ANY($2::bigint[]) AND aggregate_id IN (SELECT aggregate_id FROM locked)
    AND sent_at IS NULL AND parked_at IS NULL
  ORDER BY position LIMIT ${maxEvents}`;

/**
 * Locks up to `aggregates` aggregates that have due events and returns up to `each` of their events a piece, in order;
 * to be called in a transaction. The lock is on each aggregate's oldest unsent row: another relay skips the aggregate as
 * a whole, so its events never overtake each other. A row that another relay sent meanwhile is judged again when it is
 * locked, and falls out.
 */
export const lockEvents = async (
  client: ClientBase,
  { heads, events }: Candidates,
  aggregates: number,
): Promise<OutboxRow[]> => {
  const values = [heads, events, aggregates];
  return (await client.query<OutboxRow>({ name: 'lock-events', text: lockEventsSql, values })).rows;
};

/**
 * Finds what is due, oldest first, page by page along the index of unsent events until there is enough for one turn: an
 * aggregate whose first event waits for a later attempt is passed over with all that follows. No statement here depends
 * on what PostgreSQL believes about the table: in an outage a backlog grows faster than its statistics.
 */
export const findDue = async (client: ClientBase, { aggregates, each }: Share): Promise<Found> => {
  const gathering = gatherEach(each);
  let after = '0';
  let seen = 0;
  let isEnd = false;
  for (let pages = 0; pages < maxPages && gathering.heads.length < aggregates; pages += 1) {
    const page = await readPage(client, after);
    for (const row of page) gathering.add(row);
    seen += page.length;
    const last = page.at(-1);
    isEnd = page.length < pageSize;
    if (!last || isEnd) break;
    after = last.position;
  }
  const { heads, events } = gathering;
  return { heads, events, isAll: isEnd && seen === events.length };
};

/** Takes rows in order and keeps, of each aggregate whose first one is due, that and up to `each` in all. */
const gatherEach = (each: number): Candidates & { add: (row: PageRow) => void } => {
  const heads: string[] = [];
  const events: string[] = [];
  const room = new Map<string, number>();
  return {
    heads,
    events,
    add: ({ position, aggregate_id: id, is_due: isDue }) => {
      const isHead = !room.has(id);
      const left = room.get(id) ?? (isDue ? each : 0);
      room.set(id, Math.max(0, left - 1));
      if (left === 0) return;
      if (isHead) heads.push(position);
      events.push(position);
    },
  };
};

type PageRow = { position: string; aggregate_id: string; is_due: boolean };

const readPageSql = `
  SELECT position, aggregate_id, ${isDue} AS is_due FROM outbox_event
  WHERE sent_at IS NULL AND parked_at IS NULL AND position > $1 ORDER BY position LIMIT ${pageSize}`;

const readPage = async (client: ClientBase, after: string): Promise<PageRow[]> =>
  (await client.query<PageRow>({ name: 'read-unsent', text: readPageSql, values: [after] })).rows;
