import { newId } from '@cartograph/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStockWorld, type StockWorld } from './support/stock-world.ts';

describe('the stock of an order', () => {
  let world: StockWorld;
  beforeAll(async () => {
    world = await openStockWorld();
  });
  afterAll(() => world.close());

  const names = async (orderId: ReturnType<StockWorld['newOrder']>) =>
    (await world.answers(orderId)).map(({ name }) => name);

  it('is held whole, with a deadline, and counted once', async () => {
    const [shirt, mug] = (await world.stocked(5, 1)) as [never, never];
    const orderId = world.newOrder();
    const lines = [
      { variantId: shirt, quantity: 2 },
      { variantId: mug, quantity: 1 },
      { variantId: shirt, quantity: 1 },
    ];
    expect(await world.tell('OrderPlaced', orderId, lines)).toEqual({ kind: 'taken' });
    expect(await world.level(shirt)).toEqual({ on_hand: 5, reserved: 3, available: 2, version: 2 });
    expect(await world.level(mug)).toEqual({ on_hand: 1, reserved: 1, available: 0, version: 2 });
    const [answer] = await world.answers(orderId);
    expect(answer).toMatchObject({ name: 'StockReserved', aggregate_version: 1 });
    expect(answer?.data).toMatchObject({ orderId, lines: expect.arrayContaining([{ variantId: shirt, quantity: 3 }]) });
    const secondsLeft = (Date.parse(String(answer?.data.expiresAt)) - Date.now()) / 1_000;
    expect(secondsLeft).toBeGreaterThan(800);
    expect(secondsLeft).toBeLessThan(1_000);
  });

  it('is not held at all when one line is short, and the order hears which', async () => {
    const [many, few] = (await world.stocked(10, 1)) as [never, never];
    const orderId = world.newOrder();
    await world.tell('OrderPlaced', orderId, [
      { variantId: many, quantity: 1 },
      { variantId: few, quantity: 2 },
    ]);
    expect((await world.answers(orderId)).map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'StockRejected', data: { orderId, shortages: [{ variantId: few, requested: 2, available: 1 }] } },
    ]);
    expect(await world.level(many)).toEqual({ on_hand: 10, reserved: 0, available: 10, version: 1 });
  });

  it('is nothing for a variant that is unknown or no longer sold', async () => {
    const [gone] = (await world.stocked(10)) as [never];
    await world.takeOffSale(gone);
    const orderId = world.newOrder();
    const unknown = newId('variant');
    await world.tell('OrderPlaced', orderId, [
      { variantId: gone, quantity: 1 },
      { variantId: unknown, quantity: 1 },
    ]);
    const [answer] = await world.answers(orderId);
    expect(answer?.data).toEqual({
      orderId,
      shortages: [gone, unknown].sort().map((variantId) => ({ variantId, requested: 1, available: 0 })),
    });
  });

  it('goes to one of fifty orders that want the last piece at the same time', async () => {
    const [last] = (await world.stocked(1)) as [never];
    const orders = Array.from({ length: 50 }, () => world.newOrder());
    await Promise.all(orders.map((orderId) => world.tell('OrderPlaced', orderId, [{ variantId: last, quantity: 1 }])));
    const told = (await Promise.all(orders.map(names))).flat();
    expect(told.filter((name) => name === 'StockReserved')).toHaveLength(1);
    expect(told.filter((name) => name === 'StockRejected')).toHaveLength(49);
    expect(await world.level(last)).toEqual({ on_hand: 1, reserved: 1, available: 0, version: 2 });
  });

  it('is held once however often, and however closely together, the order is delivered', async () => {
    const [variantId] = (await world.stocked(10)) as [never];
    const orderId = world.newOrder();
    const event = world.eventFor('OrderPlaced', orderId, [{ variantId, quantity: 3 }]);
    const intakes = await Promise.all(Array.from({ length: 10 }, () => world.deliver(event)));
    expect(intakes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(intakes.filter(({ kind }) => kind === 'duplicate')).toHaveLength(9);
    // The same order under another event id, as after a replay of an older archive.
    await world.tell('OrderPlaced', orderId, [{ variantId, quantity: 3 }]);
    expect(await world.level(variantId)).toMatchObject({ reserved: 3, available: 7 });
    expect(await names(orderId)).toEqual(['StockReserved']);
  });

  it('leaves for good when the order is confirmed, once', async () => {
    const [variantId] = (await world.stocked(10)) as [never];
    const orderId = world.newOrder();
    const lines = [{ variantId, quantity: 4 }];
    await world.tell('OrderPlaced', orderId, lines);
    await world.tell('OrderConfirmed', orderId, lines);
    await world.tell('OrderConfirmed', orderId, lines);
    expect(await world.level(variantId)).toMatchObject({ on_hand: 6, reserved: 0, available: 6 });
    expect((await world.answers(orderId)).map((event) => [event.name, event.aggregate_version])).toEqual([
      ['StockReserved', 1],
      ['StockCommitted', 2],
    ]);
  });

  it('waits when the confirmation comes before the order itself', async () => {
    const [variantId] = (await world.stocked(3)) as [never];
    const orderId = world.newOrder();
    const lines = [{ variantId, quantity: 1 }];
    const confirmed = world.eventFor('OrderConfirmed', orderId, lines);
    expect(await world.deliver(confirmed)).toEqual({ kind: 'early' });
    await world.tell('OrderPlaced', orderId, lines);
    expect(await world.deliver(confirmed)).toEqual({ kind: 'taken' });
    expect(await world.level(variantId)).toMatchObject({ on_hand: 2, reserved: 0, available: 2 });
  });

  it.each(['OrderRejected', 'OrderCancelled'] as const)('is for sale again after %s, once', async (ended) => {
    const [variantId] = (await world.stocked(5)) as [never];
    const orderId = world.newOrder();
    await world.tell('OrderPlaced', orderId, [{ variantId, quantity: 5 }]);
    await world.tell(ended, orderId);
    await world.tell(ended, orderId);
    expect(await world.level(variantId)).toMatchObject({ on_hand: 5, reserved: 0, available: 5 });
    expect(await world.reservation(orderId)).toMatchObject({ status: 'RELEASED' });
  });

  it.each(['OrderRejected', 'OrderCancelled'] as const)(
    'is never held for an order whose %s came first, nor is anybody answered',
    async (ended) => {
      const [variantId] = (await world.stocked(5)) as [never];
      const orderId = world.newOrder();
      await world.tell(ended, orderId);
      expect(await world.reservation(orderId)).toEqual({ status: 'RELEASED', version: 1 });
      expect(await world.tell('OrderPlaced', orderId, [{ variantId, quantity: 1 }])).toEqual({ kind: 'taken' });
      expect(await world.level(variantId)).toMatchObject({ available: 5, version: 1 });
      expect(await names(orderId)).toEqual([]);
    },
  );

  it('comes back when a confirmed order is cancelled', async () => {
    const [variantId] = (await world.stocked(5)) as [never];
    const orderId = world.newOrder();
    const lines = [{ variantId, quantity: 2 }];
    await world.tell('OrderPlaced', orderId, lines);
    await world.tell('OrderConfirmed', orderId, lines);
    await world.tell('OrderCancelled', orderId);
    expect(await world.level(variantId)).toMatchObject({ on_hand: 5, reserved: 0, available: 5 });
  });

  it('sends the rejection of a confirmed order to the dead letters, for there is no such step', async () => {
    const [variantId] = (await world.stocked(5)) as [never];
    const orderId = world.newOrder();
    const lines = [{ variantId, quantity: 2 }];
    await world.tell('OrderPlaced', orderId, lines);
    await world.tell('OrderConfirmed', orderId, lines);
    expect(await world.tell('OrderRejected', orderId)).toMatchObject({ kind: 'impossible' });
    expect(await world.level(variantId)).toMatchObject({ on_hand: 3, reserved: 0 });
  });
});
