import { uuidOfId } from '@cartograph/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OrderEventName, openStockWorld, type StockWorld, type VariantId } from './support/stock-world.ts';

type Step = { kind: OrderEventName | 'SWEEP' | 'DEADLINE'; order: number };

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('OrderPlaced', 'OrderConfirmed', 'OrderRejected', 'OrderCancelled', 'SWEEP', 'DEADLINE'),
    order: fc.nat(5),
  }),
  { minLength: 4, maxLength: 40 },
);
const baskets = fc.array(
  fc.array(fc.record({ variant: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 4 }),
  { minLength: 6, maxLength: 6 },
);

describe('stock under any order of events', () => {
  let world: StockWorld;
  beforeAll(async () => {
    world = await openStockWorld();
  });
  afterAll(() => world.close());

  /** What must be in the warehouse: what was there less what has left, and held just what living holds say. */
  const expectBalanced = async (variants: readonly VariantId[], started: readonly number[]) => {
    for (const [index, variantId] of variants.entries()) {
      const level = await world.level(variantId);
      const sums = await world.rows<{ held: number; gone: number }>(
        `SELECT coalesce(sum(l.quantity) FILTER (WHERE r.status = 'HELD'), 0)::int AS held,
           coalesce(sum(l.quantity) FILTER (WHERE r.status = 'COMMITTED'), 0)::int AS gone
         FROM stock_reservation_line AS l JOIN stock_reservation AS r USING (order_id)
         WHERE l.variant_id = $1`,
        uuidOfId(variantId),
      );
      const { held = 0, gone = 0 } = sums[0] ?? {};
      expect(level).toMatchObject({
        on_hand: (started[index] ?? 0) - gone,
        reserved: held,
        available: (started[index] ?? 0) - gone - held,
      });
    }
  };

  it('adds up', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, baskets, async (plan, wanted) => {
        const started = [3, 4, 5];
        const variants = await world.stocked(...started);
        const orders = wanted.map(() => world.newOrder());
        const linesOf = (order: number) =>
          (wanted[order] ?? []).map(({ variant, quantity }) => ({
            variantId: variants[variant] as VariantId,
            quantity,
          }));
        const carryOut = async ({ kind, order }: Step) => {
          const orderId = orders[order] as (typeof orders)[number];
          if (kind === 'SWEEP') return void (await world.sweep());
          if (kind === 'DEADLINE') return void (await world.letDeadlinePass(orderId));
          await world.tell(kind, orderId, linesOf(order));
        };
        // Four at a time: neighbours race, the rest keeps its order.
        for (let at = 0; at < plan.length; at += 4) await Promise.all(plan.slice(at, at + 4).map(carryOut));
        await expectBalanced(variants, started);
      }),
      { numRuns: 25 },
    );
  });
});
