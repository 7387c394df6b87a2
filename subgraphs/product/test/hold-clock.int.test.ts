import { createUnitOfWork, pgTransactions } from '@cartograph/outbox';
import { openDatabase } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { installJumpingClock, type JumpingClock } from '@cartograph/testing';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openPrisma } from '../src/persistence/open-prisma.ts';
import { createStockStore } from '../src/persistence/stock-store.ts';
import { startSweeper } from '../src/sweeper.ts';
import { expireReservations } from '../src/use-cases/expire-reservations.ts';
import { openStockWorld, type StockWorld, type VariantId } from './support/stock-world.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const minutes = 60;

let world: StockWorld;
let clock: JumpingClock;
let looks = 0;
let replicas: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  world = await openStockWorld({ holdSeconds: 15 * minutes });
  clock = await installJumpingClock(world.url);
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  replicas = [];
});
afterAll(async () => {
  await clock.close();
  await world.close();
});

/** A sweeper as a process of the subgraph runs it, on a pool of its own. */
const startReplica = () => {
  const { pool, close } = openDatabase({ config: { DATABASE_URL: world.url, DATABASE_POOL_SIZE: 2 }, logger });
  const prisma = openPrisma(pool);
  const expireOverdue = expireReservations({ stock: createStockStore() });
  const expire: typeof expireOverdue = async (tx) => {
    const ended = await expireOverdue(tx);
    looks += 1;
    return ended;
  };
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: () => undefined });
  const sweeper = startSweeper({ expire, unitOfWork, intervalMs: 20, logger });
  const stop = async () => {
    await sweeper.stop();
    await prisma.$disconnect();
    await close();
  };
  return { stop };
};

const startReplicas = (count: number) => {
  replicas = Array.from({ length: count }, startReplica);
};

/** Until every replica has looked since now. */
const allHaveLooked = async () => {
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 3 * replicas.length), { timeout: 10_000 });
};

const hold = async (variantId: VariantId, count = 1) => {
  const orders = Array.from({ length: count }, () => world.newOrder());
  await Promise.all(orders.map((orderId) => world.tell('OrderPlaced', orderId, [{ variantId, quantity: 1 }])));
  return orders;
};

const expired = async () =>
  (await world.events()).filter(({ name }) => name === 'ReservationExpired').map(({ aggregate_id }) => aggregate_id);

it('ends every hold once when the clock jumps past the deadline under three sweepers, and none before', async () => {
  const [variantId] = (await world.stocked(120)) as [VariantId];
  const orders = await hold(variantId, 120);
  startReplicas(3);

  await clock.jump(14 * minutes);
  await allHaveLooked();
  expect(await expired()).toEqual([]);

  await clock.jump(2 * minutes);
  await vi.waitFor(async () => expect(await expired()).toHaveLength(120), { timeout: 20_000, interval: 50 });
  await allHaveLooked();
  expect((await expired()).sort()).toEqual([...orders].sort());
  expect(await world.level(variantId)).toMatchObject({ on_hand: 120, reserved: 0, available: 120 });
});

it('ends no hold early and leaves none for ever when the clock is set back for an hour', async () => {
  const [variantId] = (await world.stocked(2)) as [VariantId];
  const [before] = await hold(variantId);
  const ended = await expired();
  const endedSince = async () => (await expired()).filter((orderId) => !ended.includes(orderId));
  startReplicas(3);

  await clock.jump(-60 * minutes);
  const [after] = await hold(variantId);
  await allHaveLooked();
  expect(await endedSince()).toEqual([]);

  await clock.jump(16 * minutes);
  await vi.waitFor(async () => expect(await endedSince()).toEqual([after]), { timeout: 10_000, interval: 50 });
  await allHaveLooked();
  expect(await world.level(variantId)).toMatchObject({ reserved: 1, available: 1 });

  await clock.jump(60 * minutes);
  await vi.waitFor(async () => expect(await endedSince()).toEqual([after, before]), { timeout: 10_000, interval: 50 });
  expect(await world.level(variantId)).toMatchObject({ on_hand: 2, reserved: 0, available: 2 });
});
