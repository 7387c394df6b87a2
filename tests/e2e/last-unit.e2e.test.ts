import { randomUUID } from 'node:crypto';
import { type Supergraph, startSupergraph, triedEngine } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProducts } from '../support/import-catalogue.ts';
import { providerLedger, rowsOf } from '../support/ledgers.ts';
import { checkOut, fillCart, untilSettled, variantOf } from '../support/shopper.ts';
import { until } from '../support/until.ts';

const replicas = ['product-1', 'product-2', 'order-1', 'order-2'];

describe('many buyers at once', () => {
  let supergraph: Supergraph;
  beforeAll(async () => {
    supergraph = await startSupergraph({
      replicas: { product: 2, order: 2 },
      taps: [...replicas.map((replica) => `${replica}>event-bridge`), 'gateway>product'],
    });
    await importProducts(supergraph, [
      { handle: 'last-one', priceEur: '30.00', quantity: 1 },
      { handle: 'plenty', priceEur: '12.50', quantity: 500 },
      { handle: 'repriced', priceEur: '5.00', quantity: 5 },
    ]);
  });
  afterAll(async () => supergraph?.stop());

  it('sells the last unit to exactly one of 50 buyers', async () => {
    const { storefront } = supergraph;
    const variantId = await variantOf(storefront, 'last-one');
    const carts = await Promise.all(Array.from({ length: 50 }, () => fillCart(storefront, { variantId })));
    const placed = await Promise.all(carts.map((cart) => checkOut(storefront, cart)));
    expect(placed.map((one) => one.status)).toEqual(Array(50).fill('PENDING'));
    expect(new Set(placed.map((one) => one.orderId)).size).toBe(50);
    const settled = await Promise.all(placed.map((one) => untilSettled(storefront, one, 120_000)));

    expect(settled.filter((one) => one.status === 'CONFIRMED')).toHaveLength(1);
    expect(settled.filter((one) => one.status === 'REJECTED')).toHaveLength(49);
    const ids = new Set(placed.map((one) => one.orderId));
    const charges = (await providerLedger(supergraph)).filter((charge) => ids.has(charge.reference));
    expect(charges.filter((charge) => BigInt(charge.capturedMinor) > 0n)).toMatchObject([{ capturedMinor: '3000' }]);
    const [stock] = await rowsOf<{ on_hand: number; reserved: number; available: number }>(
      supergraph,
      'product',
      `SELECT l.on_hand, l.reserved, l.available FROM stock_level l JOIN product_variant v ON v.id = l.variant_id WHERE v.sku = 'SKU-last-one'`,
    );
    expect(stock).toEqual({ on_hand: 0, reserved: 0, available: 0 });
    const held = await rowsOf(supergraph, 'product', `SELECT 1 FROM stock_reservation WHERE status = 'HELD'`);
    expect(held).toHaveLength(0);
    await expectBothReplicasWorked(supergraph);
  });

  it('makes one order and one payment of a checkout that is sent 20 times at once', async () => {
    const { storefront } = supergraph;
    const cart = await fillCart(storefront, { variantId: await variantOf(storefront, 'plenty'), quantity: 2 });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => checkOut(storefront, cart, { key })));
    const [first] = answers;
    if (!first) throw new Error('there was no answer');
    expect(new Set(answers.map((answer) => answer.orderId))).toEqual(new Set([first.orderId]));
    expect(await untilSettled(storefront, first)).toEqual({ status: 'CONFIRMED', paymentStatus: 'PAID' });
    expect(await checkOut(storefront, cart, { key })).toMatchObject({ orderId: first.orderId, status: 'PENDING' });
    const charges = (await providerLedger(supergraph)).filter((charge) => charge.reference === first.orderId);
    expect(charges).toMatchObject([{ capturedMinor: '2500' }]);
    const orders = await rowsOf<{ count: number }>(
      supergraph,
      'order',
      'SELECT count(*)::int AS count FROM orders WHERE total_minor = 2500',
    );
    expect(orders).toEqual([{ count: 1 }]);
  });

  // Apollo's engine keeps no answers.
  it.runIf(triedEngine !== 'apollo')(
    'are shown a list that is fetched once, and is true again soon after what it shows has changed',
    async () => {
      const { storefront } = supergraph;
      const fetches = () => supergraph.taps('gateway>product').reduce((sum, tap) => sum + tap.requests.length, 0);
      const prices = async () => {
        const { data } = await storefront.ask(
          '{ products(first: 9) { nodes { id slug priceRange { min { amount } } } } }',
        );
        const nodes = data?.products.nodes as { slug: string; priceRange: { min: { amount: string } } }[];
        return Object.fromEntries(nodes.map(({ slug, priceRange }) => [slug, priceRange.min.amount]));
      };
      await until('the list to be kept', async () => {
        const before = fetches();
        await prices();
        return fetches() === before;
      });
      expect(await prices()).toMatchObject({ repriced: '5.00', plenty: '12.50' });
      await importProducts(supergraph, [{ handle: 'repriced', priceEur: '6.00', quantity: 5 }]);
      // Its age alone would take a minute.
      await until('the new price to be shown', async () => (await prices())['repriced'] === '6.00', 20_000);
    },
  );

  it('refuses the key of a checkout for another input', async () => {
    const { storefront } = supergraph;
    const variantId = await variantOf(storefront, 'plenty');
    const key = randomUUID();
    const cart = await fillCart(storefront, { variantId, quantity: 1 });
    await checkOut(storefront, cart, { key });
    const again = await checkOut(storefront, { ...cart, total: { ...cart.total, amountMinor: '1' } }, { key });
    expect(again).toMatchObject({ orderId: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });
});

/** The overlap is the point of the test: had one replica done all the work, nothing would have been proved. */
const expectBothReplicasWorked = async (supergraph: Supergraph): Promise<void> => {
  for (const replica of replicas) {
    const told = supergraph.tap(`${replica}>event-bridge`).requests.map((request) => request.body.toString());
    const own = replica.startsWith('product') ? /Stock(Reserved|Rejected)/ : /OrderPlaced|OrderRejected/;
    expect(told.filter((body) => own.test(body)).length).toBeGreaterThan(0);
  }
};
