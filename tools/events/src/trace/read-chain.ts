import type { SubgraphName } from '@cartograph/events';
import type { Pool } from 'pg';
import type { Databases } from '../databases.ts';
import { type ChainEvent, type Intake, tellsOf } from './chain-event.ts';
import { chainOf } from './chain-tree.ts';

type Row = Omit<ChainEvent, 'emitter' | 'intakes'>;

const columns = `event_id::text AS "eventId", name, aggregate_id AS "aggregateId", aggregate_version AS "aggregateVersion",
  correlation_id AS "correlationId", causation_id AS "causationId", data->>'orderId' AS "orderId",
  occurred_at AS "occurredAt", sent_at AS "sentAt", parked_at AS "parkedAt", last_error AS "lastError"`;

/**
 * Every event of the order's chain from the four outboxes, with who took it in from the four inboxes; none for an id that
 * no kept event tells of. Only the aggregate has an index: on a large outbox the other two questions read it whole.
 */
export const readChain = async (databases: Databases, orderId: string): Promise<ChainEvent[]> => {
  const own = await readEvents(databases, `aggregate_id = $1 OR data->>'orderId' = $1`, orderId);
  const correlations = own.filter((event) => tellsOf(orderId, event)).map((event) => event.correlationId);
  const related = await readEvents(databases, 'correlation_id = ANY($1)', [...new Set(correlations)]);
  const candidates = new Map([...own, ...related].map((event) => [event.eventId, event]));
  const chain = chainOf(orderId, [...candidates.values()]);
  const intakes = await readIntakes(databases, chain);
  return chain.map((event) => ({ ...event, intakes: intakes.get(event.eventId) ?? [] }));
};

const readEvents = async ({ ofEach }: Databases, condition: string, value: unknown): Promise<ChainEvent[]> => {
  const read = async (pool: Pool, emitter: SubgraphName): Promise<ChainEvent[]> => {
    const { rows } = await pool.query<Row>(`SELECT ${columns} FROM outbox_event WHERE ${condition}`, [value]);
    return rows.map((row) => ({ ...row, emitter, intakes: [] }));
  };
  return (await ofEach(read)).flat();
};

const readIntakes = async ({ ofEach }: Databases, events: readonly ChainEvent[]): Promise<Map<string, Intake[]>> => {
  const read = async (pool: Pool, subgraph: SubgraphName) => {
    const { rows } = await pool.query<{ eventId: string; takenAt: Date }>(
      `SELECT event_id::text AS "eventId", taken_at AS "takenAt" FROM inbox_event WHERE event_id = ANY($1::uuid[])`,
      [events.map(({ eventId }) => eventId)],
    );
    return rows.map((row) => ({ ...row, subgraph }));
  };
  return Map.groupBy((await ofEach(read)).flat(), ({ eventId }) => eventId);
};
