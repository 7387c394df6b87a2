import { randomUUID } from 'node:crypto';
import { newId, uuidOfId } from '@cartograph/ids';
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

const countOf = async (sql: string, ...values: unknown[]): Promise<number> =>
  Number((await graph.pool.query(`SELECT count(*) FROM ${sql}`, values)).rows[0].count);

describe('checkout', () => {
  it('turns a cart into a pending order that keeps what was true of its lines', async () => {
    const buyer = aViewer();
    const [variantId] = await shop.publish({
      title: 'Red / L',
      sku: 'RED-L',
      prices: [{ currencyCode: 'EUR', amountMinor: '2550' }],
    });
    const { cart } = await shop.createCart(buyer);
    const added = await shop.addLine(buyer, { cartId: cart.id, variantId, quantity: 3 });

    const { order, guestToken, userErrors } = await shop.checkout(buyer, shop.checkoutInput(added.cart));

    expect(userErrors).toEqual([]);
    expect(guestToken).toBeNull();
    expect(order).toMatchObject({
      status: 'PENDING',
      paymentStatus: 'NONE',
      fulfillmentStatus: 'UNFULFILLED',
      customer: { id: buyer.userId },
      total: { amountMinor: '7650', currency: 'EUR', amount: '76.50' },
      lines: [
        {
          title: 'Linen shirt',
          variantTitle: 'Red / L',
          sku: 'RED-L',
          quantity: 3,
          unitPrice: { amountMinor: '2550' },
          variant: { id: variantId },
        },
      ],
      rejection: null,
      timeline: [{ type: 'PLACED' }],
    });
    const { rows } = await graph.pool.query('SELECT name, data FROM outbox_event WHERE aggregate_id = $1', [order.id]);
    expect(rows).toMatchObject([
      {
        name: 'OrderPlaced',
        data: {
          orderId: order.id,
          cartId: cart.id,
          buyerId: buyer.userId,
          totalMinor: '7650',
          lines: [{ variantId, quantity: 3 }],
        },
      },
    ]);
    const read = await graph.ask(buyer, operations.cart, { id: cart.id });
    expect(read.data.cart).toMatchObject({ status: 'COMPLETED', order: { id: order.id } });
  });

  it('keeps the snapshot when the product changes afterwards', async () => {
    const buyer = aViewer();
    const product = aProduct();
    await graph.receive(anEvent('ProductPublished', product, { aggregateVersion: 1 }));
    const { cart } = await shop.aCart(buyer, [product.variants[0]?.variantId ?? '']);
    const { order } = await shop.checkout(buyer, shop.checkoutInput(cart));
    await graph.receive(
      anEvent('ProductArchived', { ...product, title: 'Gone', status: 'ARCHIVED' }, { aggregateVersion: 2 }),
    );

    const read = await graph.ask(buyer, operations.order, { id: order.id });

    expect(read.data.order.lines).toMatchObject([{ title: 'Linen shirt', unitPrice: { amountMinor: '1999' } }]);
  });

  it('changes nothing and tells the new total when a price has changed', async () => {
    const buyer = aViewer();
    const product = aProduct();
    const [variant] = product.variants;
    await graph.receive(anEvent('ProductPublished', product, { aggregateVersion: 1 }));
    const { cart } = await shop.aCart(buyer, [variant?.variantId ?? '']);
    const dearer = { ...product, variants: [{ ...variant, prices: [{ currencyCode: 'EUR', amountMinor: '2099' }] }] };
    await graph.receive(anEvent('ProductUpdated', dearer as typeof product, { aggregateVersion: 2 }));
    const input = shop.checkoutInput(cart);

    const refused = await shop.checkout(buyer, input);

    expect(refused.order).toBeNull();
    expect(refused.userErrors).toMatchObject([
      {
        __typename: 'PriceChangedError',
        code: 'PRICE_CHANGED',
        currentTotal: { amountMinor: '2099', currency: 'EUR' },
      },
    ]);
    expect(await countOf('orders WHERE buyer_id IS NOT NULL AND total_minor IN (2099)')).toBe(0);
    // The key was not used up: with the total that the buyer now agrees to, it works.
    const again = await shop.checkout(buyer, { ...input, expectedTotal: { amountMinor: '2099', currency: 'EUR' } });
    expect(again.order).toMatchObject({ status: 'PENDING' });
  });

  it('refuses an empty cart, and one with a variant that is not for sale any more', async () => {
    const buyer = aViewer();
    const product = aProduct();
    await graph.receive(anEvent('ProductPublished', product, { aggregateVersion: 1 }));
    const variantId = product.variants[0]?.variantId ?? '';
    const { cart: empty } = await shop.createCart(buyer);
    const { cart } = await shop.aCart(buyer, [variantId]);
    await graph.receive(anEvent('ProductArchived', { ...product, status: 'ARCHIVED' }, { aggregateVersion: 2 }));

    expect((await shop.checkout(buyer, shop.checkoutInput(empty))).userErrors).toMatchObject([
      { __typename: 'CartEmptyError' },
    ]);
    expect((await shop.checkout(buyer, shop.checkoutInput(cart))).userErrors).toMatchObject([
      { __typename: 'VariantUnavailableError', variantId },
    ]);
  });

  it('gives the same order to 20 checkouts at once with one key', async () => {
    const buyer = aViewer();
    const { cart } = await shop.aCart(buyer, await shop.publish());
    const input = shop.checkoutInput(cart);

    const results = await Promise.all(Array.from({ length: 20 }, () => shop.checkout(buyer, input)));

    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(results.map(({ order }) => order.id)).size).toBe(1);
    expect(await countOf('outbox_event WHERE aggregate_id = $1', results[0]?.order.id)).toBe(1);
  });

  it('makes one order of a cart that is checked out with 20 keys at once, and tells the others which', async () => {
    const buyer = aViewer();
    const { cart } = await shop.aCart(buyer, await shop.publish());

    const results = await Promise.all(Array.from({ length: 20 }, () => shop.checkout(buyer, shop.checkoutInput(cart))));

    const orders = results.filter(({ order }) => order !== null);
    expect(orders).toHaveLength(1);
    const refusals = results.flatMap(({ userErrors }) => userErrors);
    expect(refusals).toHaveLength(19);
    expect(new Set(refusals.map(({ __typename, orderId }) => `${__typename} ${orderId}`))).toEqual(
      new Set([`CartAlreadyOrderedError ${orders[0]?.order.id}`]),
    );
  });

  it('takes 50 checkouts of 50 buyers at once', async () => {
    const variantIds = await shop.publish();
    const carts = await Promise.all(Array.from({ length: 50 }, () => shop.aCart(aViewer(), variantIds)));

    const results = await Promise.all(carts.map(({ owner, cart }) => shop.checkout(owner, shop.checkoutInput(cart))));

    expect(new Set(results.map(({ order }) => order.id)).size).toBe(50);
  });

  it('refuses a key that was used with another input', async () => {
    const buyer = aViewer();
    const { cart } = await shop.aCart(buyer, await shop.publish());
    const input = shop.checkoutInput(cart);
    await shop.checkout(buyer, input);

    const reused = await shop.checkout(buyer, { ...input, paymentMethodToken: 'tok_other' });

    expect(reused.userErrors).toMatchObject([
      { __typename: 'IdempotencyKeyReusedError', code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });

  it('refuses a cart that the buyer has changed elsewhere', async () => {
    const buyer = aViewer();
    const { cart } = await shop.aCart(buyer, await shop.publish());

    const refused = await shop.checkout(buyer, shop.checkoutInput(cart, { expectedVersion: cart.version - 1 }));

    expect(refused.userErrors).toMatchObject([{ __typename: 'VersionConflictError', currentVersion: cart.version }]);
  });

  it('gives a guest a token for the order, again with every repetition', async () => {
    const { owner, cart } = await shop.aCart(anonymous, await shop.publish());
    const input = shop.checkoutInput(cart);

    const first = await shop.checkout(owner, input);
    const again = await shop.checkout(owner, input);

    expect(first.order).toMatchObject({ status: 'PENDING', customer: null });
    expect(await graph.idOfGuestToken(first.guestToken)).toBe(first.order.id);
    expect(await graph.idOfGuestToken(again.guestToken)).toBe(first.order.id);
    const read = await graph.ask(aGuest(first.order.id), operations.order, { id: first.order.id });
    expect(read.data.order.id).toBe(first.order.id);
  });

  it("makes a guest's cart the order of the user who has signed in meanwhile", async () => {
    const { cart } = await shop.aCart(anonymous, await shop.publish());
    const signedIn = aViewer({ grants: [cart.id] });

    const { order, guestToken } = await shop.checkout(signedIn, shop.checkoutInput(cart));

    expect(order.customer).toEqual({ id: signedIn.userId });
    expect(guestToken).toBeNull();
    expect((await graph.ask(aGuest(cart.id), operations.order, { id: order.id })).data.order).toBeNull();
    // The cart is the user's from then on: who has kept its guest token sees it no more.
    expect((await graph.ask(aGuest(cart.id), operations.cart, { id: cart.id })).data.cart).toBeNull();
    expect((await graph.ask(signedIn, operations.cart, { id: cart.id })).data.cart).toMatchObject({ id: cart.id });
  });

  it('takes neither a cart nor an order from whoever was erased, however long their token lives', async () => {
    const { cart } = await shop.aCart(anonymous, await shop.publish());
    const userId = newId('user');
    const erased = aViewer({ userId, grants: [cart.id] });
    const requestId = newId('datarequest');
    await graph.receive(anEvent('UserErasureRequested', { requestId, userId, requestedAt: new Date().toISOString() }));
    const made = await shop.createCart(erased);
    expect(made).toMatchObject({ cart: null, guestToken: null, userErrors: [{ code: 'INVALID_INPUT' }] });
    const ordered = await shop.checkout(erased, shop.checkoutInput(cart));
    expect(ordered).toMatchObject({ order: null, userErrors: [{ code: 'CART_NOT_FOUND' }] });
    const { rows } = await graph.pool.query(
      `SELECT 1 FROM cart WHERE buyer_id::text = $1 UNION ALL SELECT 1 FROM orders WHERE buyer_id::text = $1`,
      [uuidOfId(userId)],
    );
    expect(rows).toEqual([]);
  });

  it('does not give a remembered order to a stranger who knows cart and key', async () => {
    const { owner, cart } = await shop.aCart(anonymous, await shop.publish());
    const input = shop.checkoutInput(cart);
    await shop.checkout(owner, input);

    for (const stranger of [anonymous, aViewer(), aGuest(`${cart.id.slice(0, -1)}0`)]) {
      const answer = await shop.checkout(stranger, input);
      expect(answer).toMatchObject({ order: null, guestToken: null, userErrors: [{ code: 'CART_NOT_FOUND' }] });
    }
  });

  it('names every field of the input that cannot be taken', async () => {
    const buyer = aViewer();
    const { cart } = await shop.createCart(buyer);

    const { userErrors } = await shop.checkout(buyer, {
      ...shop.checkoutInput(cart),
      cartId: 'cart_nonsense',
      idempotencyKey: `${randomUUID()}\u0000`,
      paymentMethodToken: '',
    });

    expect(userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'cartId'] },
      { code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] },
      { code: 'INVALID_INPUT', path: ['input', 'paymentMethodToken'] },
    ]);
  });
});
