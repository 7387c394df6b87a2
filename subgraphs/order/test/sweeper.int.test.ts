import { createLogger } from '@cartograph/telemetry';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSweeper } from '../src/start-sweeper.ts';
import { operations } from './support/operations.ts';
import { shopOf } from './support/shop.ts';
import { aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;
let shop: ReturnType<typeof shopOf>;

beforeEach(async () => {
  graph = await startOrderGraph();
  shop = shopOf(graph);
});
afterEach(() => graph.stop());

/** Orders whose deadline passed a second ago, by the database's clock. */
const overdueOrders = async (count: number) => {
  const placed = await Promise.all(Array.from({ length: count }, () => shop.anOrder(aViewer())));
  await graph.pool.query("UPDATE orders SET pending_until = clock_timestamp() - interval '1 second'");
  return placed;
};

const rejections = async (): Promise<{ aggregate_id: string; correlation_id: string }[]> =>
  (await graph.pool.query("SELECT aggregate_id, correlation_id FROM outbox_event WHERE name = 'OrderRejected'")).rows;

describe('the sweeper', () => {
  it('rejects what stayed pending past its deadline, and leaves what has time', async () => {
    const [late] = await overdueOrders(1);
    const { owner, order } = await shop.anOrder(aViewer());

    expect(await graph.sweep()).toBe(1);

    const read = late && (await graph.ask(late.owner, operations.order, { id: late.order.id }));
    expect(read?.data.order).toMatchObject({ status: 'REJECTED', rejection: { __typename: 'TimedOut' } });
    expect((await graph.ask(owner, operations.order, { id: order.id })).data.order.status).toBe('PENDING');
    const { rows } = await graph.pool.query('SELECT correlation_id FROM orders WHERE status = $1', ['REJECTED']);
    expect(await rejections()).toEqual([{ aggregate_id: late?.order.id, correlation_id: rows[0].correlation_id }]);
  });

  it('rejects each order once when four replicas sweep at once', async () => {
    const orders = await overdueOrders(40);

    const swept = await Promise.all(Array.from({ length: 4 }, () => graph.sweep(20)));

    expect(swept.reduce((sum, count) => sum + count, 0) + (await graph.sweep(40))).toBe(40);
    const told = (await rejections()).map(({ aggregate_id }) => aggregate_id);
    expect(told).toHaveLength(40);
    expect(new Set(told)).toEqual(new Set(orders.map(({ order }) => order.id)));
  });

  it('does not wait for an order that something else has locked', async () => {
    const [first] = await overdueOrders(2);
    const client = await graph.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM orders WHERE id = (SELECT id FROM orders LIMIT 1) FOR UPDATE');

    expect(await graph.sweep()).toBe(1);

    await client.query('ROLLBACK');
    client.release();
    expect(first?.order.status).toBe('PENDING');
    expect(await graph.sweep()).toBe(1);
  });

  it('runs by itself, batch after batch, until it is stopped', async () => {
    await overdueOrders(45);
    const { rejectOverdueOrders } = graph.useCases;
    const logger = createLogger({ service: 'order', level: 'silent' });
    const sweeper = startSweeper({ unitOfWork: graph.unitOfWork, rejectOverdueOrders, intervalMs: 60_000, logger });

    await vi.waitFor(async () => expect(await rejections()).toHaveLength(45), { timeout: 10_000, interval: 50 });

    await sweeper.stop();
  });
});
