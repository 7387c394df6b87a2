import { newId } from '@cartograph/ids';
import { anonymous } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, aProduct } from './support/events.ts';
import { operations } from './support/operations.ts';
import { shopOf } from './support/shop.ts';
import { aGuest, aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;
let shop: ReturnType<typeof shopOf>;

beforeAll(async () => {
  graph = await startOrderGraph();
  shop = shopOf(graph);
});
afterAll(() => graph.stop());

describe('a cart', () => {
  it("is a user's, or a guest's who gets the token that opens it", async () => {
    const buyer = aViewer();
    const own = await shop.createCart(buyer);
    const guests = await shop.createCart(anonymous);

    expect(own).toMatchObject({ guestToken: null, cart: { version: 1, status: 'ACTIVE', currency: 'EUR', lines: [] } });
    expect(guests.cart.total).toEqual({ amountMinor: '0', currency: 'EUR', amount: '0.00' });
    expect(await graph.idOfGuestToken(guests.guestToken)).toBe(guests.cart.id);
    const read = await graph.ask(aGuest(guests.cart.id), operations.cart, { id: guests.cart.id });
    expect(read.data.cart.id).toBe(guests.cart.id);
  });

  it('gets one line a variant, whose pieces add up, and a version with every change', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish();
    const { cart } = await shop.createCart(buyer);

    await shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 2 });
    const { cart: filled } = await shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 3, expectedVersion: 2 });

    expect(filled).toMatchObject({
      version: 3,
      total: { amountMinor: '9995', amount: '99.95' },
      lines: [
        {
          quantity: 5,
          isAvailable: true,
          unitPrice: { amountMinor: '1999' },
          total: { amountMinor: '9995' },
          variant: { id: variantId },
        },
      ],
    });
  });

  it('changes and loses lines', async () => {
    const buyer = aViewer();
    const [first = '', second = ''] = await shop.publish({ sku: 'A' }, { sku: 'B' });
    const { cart } = await shop.aCart(buyer, [first, second]);
    const [lineId, otherId] = cart.lines.map(({ id }: { id: string }) => id);

    const changed = await graph.ask(buyer, operations.changeCartLine, {
      input: { cartId: cart.id, lineId, quantity: 7 },
    });
    const removed = await graph.ask(buyer, operations.removeCartLine, { input: { cartId: cart.id, lineId: otherId } });

    expect(changed.data.changeCartLine.cart.lines).toMatchObject([
      { sku: 'A', quantity: 7 },
      { sku: 'B', quantity: 1 },
    ]);
    expect(removed.data.removeCartLine.cart).toMatchObject({ version: 5, lines: [{ sku: 'A', quantity: 7 }] });
    const again = await graph.ask(buyer, operations.removeCartLine, { input: { cartId: cart.id, lineId: otherId } });
    expect(again.data.removeCartLine.userErrors).toMatchObject([{ __typename: 'CartLineNotFoundError' }]);
  });

  it('shows its own change to a mutation that follows in the same request', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish();
    const { cart } = await shop.createCart(buyer);
    const add = (alias: string) =>
      `${alias}: addCartLine(input: { cartId: "${cart.id}", variantId: "${variantId}", quantity: 1 }) { cart { version lines { quantity } } }`;

    const { data } = await graph.ask(buyer, `mutation { ${add('a')} ${add('b')} }`);

    expect(data.a.cart).toEqual({ version: 2, lines: [{ quantity: 1 }] });
    expect(data.b.cart).toEqual({ version: 3, lines: [{ quantity: 2 }] });
  });

  it('adds up what 20 requests add at once, and no change is lost', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish();
    const { cart } = await shop.createCart(buyer);

    await Promise.all(
      Array.from({ length: 20 }, () => shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 1 })),
    );

    const read = await graph.ask(buyer, operations.cart, { id: cart.id });
    expect(read.data.cart).toMatchObject({ version: 21, lines: [{ quantity: 20 }] });
  });

  it('lets one of 10 changes at once through that looked at the same version', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish();
    const { cart } = await shop.createCart(buyer);
    const input = { cartId: cart.id, variantId, quantity: 1, expectedVersion: 1 };

    const results = await Promise.all(Array.from({ length: 10 }, () => shop.addLine(buyer, input)));

    expect(results.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(results.flatMap(({ userErrors }) => userErrors).slice(0, 1)).toMatchObject([
      { __typename: 'VersionConflictError', code: 'VERSION_CONFLICT', currentVersion: 2 },
    ]);
  });

  it('adds once for each idempotency key', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish();
    const { cart } = await shop.createCart(buyer);
    const input = { cartId: cart.id, variantId, quantity: 2, idempotencyKey: 'tap-1' };

    await Promise.all(Array.from({ length: 5 }, () => shop.addLine(buyer, input)));

    const read = await graph.ask(buyer, operations.cart, { id: cart.id });
    expect(read.data.cart.lines).toMatchObject([{ quantity: 2 }]);
  });

  it.each([0, -3, 1_001, 2_147_483_647])('refuses %s pieces', async (quantity) => {
    const buyer = aViewer();
    const [variantId = ''] = await shop.publish();
    const { cart } = await shop.aCart(buyer, [variantId]);
    const lineId = cart.lines[0]?.id;

    const added = await shop.addLine(buyer, { cartId: cart.id, variantId, quantity });
    const changed = await graph.ask(buyer, operations.changeCartLine, { input: { cartId: cart.id, lineId, quantity } });

    const error = { __typename: 'InvalidInputError', code: 'INVALID_INPUT', path: ['input', 'quantity'] };
    expect(added).toMatchObject({ cart: null, userErrors: [error] });
    expect(changed.data.changeCartLine.userErrors).toMatchObject([error]);
    expect((await graph.ask(buyer, operations.cart, { id: cart.id })).data.cart.version).toBe(cart.version);
  });

  it('refuses more than 1000 pieces of a variant in all', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish();
    const { cart } = await shop.createCart(buyer);
    await shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 999 });

    const { userErrors } = await shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 2 });

    expect(userErrors).toMatchObject([{ __typename: 'CartLimitExceededError', limit: 1_000 }]);
  });

  it('refuses what is unknown, not for sale, or without a price in its currency', async () => {
    const buyer = aViewer();
    const [inactive, dollars] = await shop.publish(
      { active: false },
      { prices: [{ currencyCode: 'USD', amountMinor: '1' }] },
    );
    const { cart } = await shop.createCart(buyer);

    for (const variantId of [newId('variant'), inactive, dollars]) {
      const { userErrors } = await shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 1 });
      expect(userErrors).toMatchObject([{ __typename: 'VariantUnavailableError', variantId }]);
    }
  });

  it('refuses ids that are none', async () => {
    const buyer = aViewer();
    const { userErrors } = await shop.addLine(buyer, { cartId: "' OR 1=1", variantId: newId('product'), quantity: 1 });
    expect(userErrors).toMatchObject([{ path: ['input', 'cartId'] }, { path: ['input', 'variantId'] }]);
    expect((await graph.ask(buyer, operations.cart, { id: 'nonsense' })).data.cart).toBeNull();
  });

  it('cannot be changed once it became an order', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    const { rows } = await graph.pool.query(
      "SELECT data ->> 'cartId' AS id FROM outbox_event WHERE aggregate_id = $1",
      [order.id],
    );
    const [variantId] = await shop.publish();

    const { userErrors } = await shop.addLine(owner, { cartId: rows[0].id, variantId, quantity: 1 });

    expect(userErrors).toMatchObject([{ __typename: 'CartAlreadyOrderedError', orderId: order.id }]);
  });

  it('shows a line whose variant is no longer for sale without a price, and leaves it out of the total', async () => {
    const buyer = aViewer();
    const [kept = ''] = await shop.publish();
    const product = aProduct();
    await graph.receive(anEvent('ProductPublished', product));
    const { cart } = await shop.aCart(buyer, [kept, product.variants[0]?.variantId ?? '']);
    await graph.receive(anEvent('ProductUpdated', { ...product, variants: [] }, { aggregateVersion: 2 }));

    const { data } = await graph.ask(buyer, operations.cart, { id: cart.id });

    expect(data.cart).toMatchObject({
      total: { amountMinor: '1999' },
      lines: [{ isAvailable: true }, { isAvailable: false, title: 'Linen shirt', unitPrice: null, total: null }],
    });
  });
});
