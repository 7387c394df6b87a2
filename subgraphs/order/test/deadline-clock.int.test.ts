import { createUnitOfWork, pgTransactions } from '@cartograph/outbox';
import { openDatabase } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { installJumpingClock, type JumpingClock } from '@cartograph/testing';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openPrisma } from '../src/persistence/open-prisma.ts';
import { startSweeper } from '../src/start-sweeper.ts';
import { shopOf } from './support/shop.ts';
import { aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

const logger = createLogger({ service: 'order', level: 'silent' });
const minutes = 60;

let graph: OrderGraph;
let clock: JumpingClock;
let looks = 0;
let replicas: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  graph = await startOrderGraph({ pendingForSeconds: 60 * minutes });
  clock = await installJumpingClock(String(graph.pool.options.connectionString));
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  replicas = [];
});
afterAll(async () => {
  await clock.close();
  await graph.stop();
});

/** A sweeper as a process of the subgraph runs it, on a pool of its own. */
const startReplica = () => {
  const config = { DATABASE_URL: String(graph.pool.options.connectionString), DATABASE_POOL_SIZE: 2 };
  const { pool, close } = openDatabase({ config, logger });
  const prisma = openPrisma(pool);
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: () => undefined });
  const rejectOverdueOrders: typeof graph.useCases.rejectOverdueOrders = async (tx, wanted) => {
    const rejected = await graph.useCases.rejectOverdueOrders(tx, wanted);
    looks += 1;
    return rejected;
  };
  const sweeper = startSweeper({ unitOfWork, rejectOverdueOrders, intervalMs: 20, logger });
  const stop = async () => {
    await sweeper.stop();
    await prisma.$disconnect();
    await close();
  };
  return { stop };
};

/** Until every replica has looked since now. */
const allHaveLooked = async () => {
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 3 * replicas.length), { timeout: 10_000 });
};

const place = async (count: number): Promise<string[]> => {
  const shop = shopOf(graph);
  const placed = await Promise.all(Array.from({ length: count }, () => shop.anOrder(aViewer())));
  return placed.map(({ order }) => order.id);
};

const rejected = async (): Promise<string[]> =>
  (
    await graph.pool.query("SELECT aggregate_id FROM outbox_event WHERE name = 'OrderRejected' ORDER BY position")
  ).rows.map(({ aggregate_id }) => aggregate_id);

it('rejects every pending order once when the clock jumps past the deadline under three sweepers, and none before', async () => {
  const orders = await place(30);
  replicas = Array.from({ length: 3 }, startReplica);

  await clock.jump(58 * minutes);
  await allHaveLooked();
  expect(await rejected()).toEqual([]);

  await clock.jump(3 * minutes);
  await vi.waitFor(async () => expect(await rejected()).toHaveLength(30), { timeout: 20_000, interval: 50 });
  await allHaveLooked();
  expect((await rejected()).sort()).toEqual(orders.sort());
});

it('rejects no order early and leaves none pending for ever when the clock is set back for a day', async () => {
  const [before] = await place(1);
  const earlier = await rejected();
  const rejectedSince = async () => (await rejected()).slice(earlier.length);
  replicas = Array.from({ length: 3 }, startReplica);

  await clock.jump(-24 * 60 * minutes);
  const [after] = await place(1);
  await allHaveLooked();
  expect(await rejectedSince()).toEqual([]);

  await clock.jump(61 * minutes);
  await vi.waitFor(async () => expect(await rejectedSince()).toEqual([after]), { timeout: 10_000, interval: 50 });

  await clock.jump(24 * 60 * minutes);
  await vi.waitFor(async () => expect(await rejectedSince()).toEqual([after, before]), {
    timeout: 10_000,
    interval: 50,
  });
});
