import type { SubgraphName } from '@cartograph/events';
import type { Pool } from 'pg';

/** An event as tail shows it. */
export type SeenEvent = {
  readonly position: string;
  readonly eventId: string;
  readonly name: string;
  readonly emitter: SubgraphName;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly causationId: string | null;
  readonly correlationId: string;
  readonly orderId: string | null;
  readonly occurredAt: Date;
};

/**
 * Positions are given before the commit: a transaction that takes long appears below what was seen already. Its events
 * are found as long as they come within this time, which is longer than a unit of work may take.
 */
const lateSeconds = 30;
const atMost = 1_000;

/**
 * Follows one outbox from now on. Each call of what it returns gives the events that committed since the one before, and
 * reads nothing but the last positions.
 */
export const followOutbox = async (pool: Pool, emitter: SubgraphName): Promise<() => Promise<SeenEvent[]>> => {
  let seen: string[] = [];
  let floor = await highestSettled(pool);
  const read = async (): Promise<SeenEvent[]> => {
    const { rows } = await pool.query<Omit<SeenEvent, 'emitter'>>(
      `SELECT position::text, event_id::text AS "eventId", name, aggregate_id AS "aggregateId",
         aggregate_version AS "aggregateVersion", causation_id AS "causationId", correlation_id AS "correlationId",
         data->>'orderId' AS "orderId", occurred_at AS "occurredAt"
       FROM outbox_event WHERE position > $1 AND position <> ALL($2::bigint[]) ORDER BY position LIMIT ${atMost}`,
      [floor, seen],
    );
    seen.push(...rows.map(({ position }) => position));
    return rows.map((row) => ({ ...row, emitter }));
  };
  // What is there already is no news.
  while ((await read()).length === atMost);
  return async () => {
    const news = await read();
    // With more still to be read, the floor must not pass what nobody has seen.
    if (news.length === atMost) return news;
    floor = await highestSettled(pool);
    seen = seen.filter((position) => BigInt(position) > BigInt(floor));
    return news;
  };
};

const highestSettled = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ floor: string }>(
    `SELECT coalesce((SELECT position FROM outbox_event
       WHERE occurred_at < clock_timestamp() - interval '${lateSeconds} seconds' ORDER BY position DESC LIMIT 1), 0)::text AS floor`,
  );
  return rows[0]?.floor ?? '0';
};
