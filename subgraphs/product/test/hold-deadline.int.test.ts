import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStockWorld, type StockWorld } from './support/stock-world.ts';

describe('the deadline of a hold', () => {
  let world: StockWorld;
  beforeAll(async () => {
    world = await openStockWorld();
  });
  afterAll(() => world.close());

  const heldOrder = async (quantity: number) => {
    const [variantId] = (await world.stocked(quantity)) as [never];
    const orderId = world.newOrder();
    const lines = [{ variantId, quantity }];
    await world.tell('OrderPlaced', orderId, lines);
    return { variantId, orderId, lines };
  };

  it('ends only what is past it, and tells so', async () => {
    const [overdue, young] = [await heldOrder(2), await heldOrder(2)];
    await world.letDeadlinePass(overdue.orderId);
    expect(await world.sweep()).toBe(1);
    expect(await world.sweep()).toBe(0);
    expect(await world.level(overdue.variantId)).toMatchObject({ on_hand: 2, reserved: 0, available: 2 });
    expect(await world.level(young.variantId)).toMatchObject({ reserved: 2 });
    expect((await world.answers(overdue.orderId)).at(-1)).toMatchObject({
      name: 'ReservationExpired',
      aggregate_version: 2,
    });
  });

  it('is judged by several sweepers at once without counting a piece twice', async () => {
    const [variantId] = (await world.stocked(400)) as [never];
    const orders = Array.from({ length: 120 }, () => world.newOrder());
    await Promise.all(orders.map((orderId) => world.tell('OrderPlaced', orderId, [{ variantId, quantity: 2 }])));
    await world.rows("UPDATE stock_reservation SET expires_at = now() - interval '1 s' WHERE status = 'HELD'");
    let ended = 0;
    const sweepAll = async () => {
      for (let count = await world.sweep(); count > 0; count = await world.sweep()) ended += count;
    };
    await Promise.all([sweepAll(), sweepAll(), sweepAll(), sweepAll()]);
    // Batches of one another were passed over, not waited for: one more look finds what a stopped sweeper left.
    await sweepAll();
    const told = (await world.events()).filter(({ name }) => name === 'ReservationExpired');
    expect(await world.level(variantId)).toMatchObject({ on_hand: 400, reserved: 0, available: 400 });
    expect(ended).toBeGreaterThanOrEqual(120);
    expect(new Set(told.map(({ aggregate_id }) => aggregate_id)).size).toBe(told.length);
  });

  it('costs a confirmed order nothing while the pieces are still there', async () => {
    const { variantId, orderId, lines } = await heldOrder(3);
    await world.letDeadlinePass(orderId);
    await world.sweep();
    await world.tell('OrderConfirmed', orderId, lines);
    expect(await world.level(variantId)).toMatchObject({ on_hand: 0, reserved: 0, available: 0 });
    expect((await world.answers(orderId)).map((event) => [event.name, event.aggregate_version])).toEqual([
      ['StockReserved', 1],
      ['ReservationExpired', 2],
      ['StockCommitted', 4],
    ]);
  });

  it('lets a confirmed order fail when somebody else took the pieces, and its cancellation changes nothing more', async () => {
    const { variantId, orderId, lines } = await heldOrder(3);
    await world.letDeadlinePass(orderId);
    await world.sweep();
    const rival = world.newOrder();
    await world.tell('OrderPlaced', rival, [{ variantId, quantity: 2 }]);
    await world.tell('OrderConfirmed', orderId, lines);
    expect((await world.answers(orderId)).at(-1)).toMatchObject({
      name: 'StockCommitFailed',
      data: { orderId, shortages: [{ variantId, requested: 3, available: 1 }] },
    });
    await world.tell('OrderCancelled', orderId);
    expect(await world.level(variantId)).toMatchObject({ on_hand: 3, reserved: 2, available: 1 });
  });

  it('leaves nothing to release when the order ends afterwards', async () => {
    const { variantId, orderId } = await heldOrder(3);
    await world.letDeadlinePass(orderId);
    await world.sweep();
    await world.tell('OrderRejected', orderId);
    expect(await world.level(variantId)).toMatchObject({ on_hand: 3, reserved: 0, available: 3 });
    expect(await world.reservation(orderId)).toMatchObject({ status: 'RELEASED' });
  });
});
