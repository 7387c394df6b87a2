import { setTimeout as delay } from 'node:timers/promises';
import type { Caller, Storefront } from '@cartograph/testing';

/** Who buys, and what there is plenty of. */
export type Buyer = { variantIds: string[]; caller: Caller };

/** One purchase: how long the checkout took to be answered, and how long from OrderPlaced to CONFIRMED by the order's own timeline. */
export type Purchase = { orderId: string; answeredMs: number; confirmedMs: number };

type Added = { addCartLine: { cart: { total: { amountMinor: string; currency: string } } | null } };
type Answered = { checkout: { order: { id: string } | null } };
type Followed = { order: { status: string; timeline: { type: string; occurredAt: string }[] } | null };

const checkout = `mutation ($input: CheckoutInput!) { checkout(input: $input) { order { id } userErrors { code } } }`;
const progress = 'query ($id: ID!) { order(id: $id) { status timeline { type occurredAt } } }';

/** A cart with one line is filled, checked out and followed until it is CONFIRMED. Throws when it ends otherwise. */
export const buyOnce = async (storefront: Storefront, shop: Buyer, turn: number): Promise<Purchase> => {
  const { caller } = shop;
  const created = await storefront.ask<{ createCart: { cart: { id: string } } }>(
    'mutation { createCart(input: { currency: "EUR" }) { cart { id } } }',
    {},
    caller,
  );
  const cartId = created.data?.createCart.cart.id;
  const added = await storefront.ask<Added>(
    'mutation ($input: AddCartLineInput!) { addCartLine(input: $input) { cart { total { amountMinor currency } } userErrors { code } } }',
    { input: { cartId, variantId: shop.variantIds[turn % shop.variantIds.length], quantity: 1 } },
    caller,
  );
  const expectedTotal = added.data?.addCartLine.cart?.total;
  if (!expectedTotal) throw new Error(`the line was not added: ${JSON.stringify(added)}`);
  const startedAt = performance.now();
  const input = { cartId, expectedTotal, idempotencyKey: crypto.randomUUID(), paymentMethodToken: 'tok_approve' };
  const answer = await storefront.ask<Answered>(checkout, { input }, caller);
  const answeredMs = performance.now() - startedAt;
  const orderId = answer.data?.checkout?.order?.id;
  if (!orderId) throw new Error(`the checkout failed: ${JSON.stringify(answer)}`);
  return { orderId, answeredMs, confirmedMs: await untilConfirmed(storefront, shop, orderId) };
};

const untilConfirmed = async (storefront: Storefront, { caller }: Buyer, orderId: string): Promise<number> => {
  for (let waits = 0; waits < 1_200; waits++) {
    const answer = await storefront.ask<Followed>(progress, { id: orderId }, caller);
    const order = answer.data?.order;
    if (!order) throw new Error(`the order is gone: ${JSON.stringify(answer)}`);
    const at = (type: string) => Date.parse(order.timeline.find((event) => event.type === type)?.occurredAt ?? '');
    if (order.status === 'CONFIRMED') return at('CONFIRMED') - at('PLACED');
    if (order.status !== 'PENDING') throw new Error(`the order ended ${order.status}`);
    await delay(250);
  }
  throw new Error('the order was not confirmed in a minute');
};
