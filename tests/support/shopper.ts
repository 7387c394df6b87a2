import { randomUUID } from 'node:crypto';
import type { Caller, Storefront } from '@cartograph/testing';
import { until } from './until.ts';

export type Shopper = { caller: Caller; name: string; email: string };

/** Opens an account and is signed in by it. */
export const registerShopper = async (storefront: Storefront, name = 'Ada Buyer'): Promise<Shopper> => {
  const email = `buyer-${randomUUID()}@example.com`;
  const answer = await storefront.ask<{ register: { accessToken: string | null } }>(
    `mutation ($input: RegisterInput!) { register(input: $input) { accessToken user { id } userErrors { code message } } }`,
    { input: { email, password: 'a long enough secret', name } },
  );
  const accessToken = answer.data?.register?.accessToken;
  if (!accessToken) throw new Error(`could not register: ${JSON.stringify(answer)}`);
  return { caller: { accessToken }, name, email };
};

/** The id of the only variant of a product, once the order subgraph can sell it. */
export const variantOf = async (storefront: Storefront, slug: string): Promise<string> => {
  const answer = await storefront.ask<{ product: { variants: { id: string }[] } | null }>(
    'query ($slug: String) { product(slug: $slug) { variants { id } } }',
    { slug },
  );
  const id = answer.data?.product?.variants?.[0]?.id;
  if (!id) throw new Error(`no product ${slug}: ${JSON.stringify(answer)}`);
  await until(`${slug} to be for sale`, async () => {
    const cart = await createCart(storefront, {});
    const added = await addLine(storefront, {
      caller: { guestToken: cart.guestToken ?? '' },
      cartId: cart.id,
      variantId: id,
      quantity: 1,
    });
    return added.userErrors.length === 0;
  });
  return id;
};

export type NewCart = { id: string; guestToken: string | null };

export const createCart = async (storefront: Storefront, caller: Caller): Promise<NewCart> => {
  const answer = await storefront.ask<{ createCart: { cart: { id: string } | null; guestToken: string | null } }>(
    'mutation { createCart(input: { currency: "EUR" }) { cart { id } guestToken userErrors { code } } }',
    {},
    caller,
  );
  const created = answer.data?.createCart;
  if (!created?.cart) throw new Error(`no cart: ${JSON.stringify(answer)}`);
  return { id: created.cart.id, guestToken: created.guestToken };
};

type Added = { total: { amountMinor: string; currency: string } | null; userErrors: { code: string }[] };

export const addLine = async (
  storefront: Storefront,
  { caller, ...input }: { caller: Caller; cartId: string; variantId: string; quantity: number },
): Promise<Added> => {
  const answer = await storefront.ask<{
    addCartLine: { cart: { total: Added['total'] } | null; userErrors: Added['userErrors'] };
  }>(
    `mutation ($input: AddCartLineInput!) { addCartLine(input: $input) { cart { total { amountMinor currency } } userErrors { code } } }`,
    { input },
    caller,
  );
  const payload = answer.data?.addCartLine;
  if (!payload) throw new Error(`no line: ${JSON.stringify(answer)}`);
  return { total: payload.cart?.total ?? null, userErrors: payload.userErrors };
};

export type FilledCart = { cartId: string; caller: Caller; total: { amountMinor: string; currency: string } };

/** A cart with one line; a guest's when nobody is signed in. */
export const fillCart = async (
  storefront: Storefront,
  { caller = {}, variantId, quantity = 1 }: { caller?: Caller; variantId: string; quantity?: number },
): Promise<FilledCart> => {
  const cart = await createCart(storefront, caller);
  const owner = cart.guestToken ? { guestToken: cart.guestToken } : caller;
  const added = await addLine(storefront, { caller: owner, cartId: cart.id, variantId, quantity });
  if (!added.total) throw new Error(`the line was not added: ${JSON.stringify(added)}`);
  return { cartId: cart.id, caller: owner, total: added.total };
};

export type Placed = { orderId: string | null; status: string | null; caller: Caller; userErrors: { code: string }[] };

type CheckedOut = {
  order: { id: string; status: string } | null;
  guestToken: string | null;
  userErrors: { code: string }[];
};

/** Turns the cart into an order; the answer's guest token opens a guest's order. */
export const checkOut = async (
  storefront: Storefront,
  cart: FilledCart,
  { key = randomUUID(), token = 'tok_approve' }: { key?: string; token?: string } = {},
): Promise<Placed> => {
  const answer = await storefront.ask<{ checkout: CheckedOut }>(
    `mutation ($input: CheckoutInput!) { checkout(input: $input) { order { id status } guestToken userErrors { code message } } }`,
    { input: { cartId: cart.cartId, idempotencyKey: key, expectedTotal: cart.total, paymentMethodToken: token } },
    cart.caller,
  );
  const payload = answer.data?.checkout;
  if (!payload) throw new Error(`the checkout was not answered: ${JSON.stringify(answer)}`);
  const caller = payload.guestToken ? { guestToken: payload.guestToken } : cart.caller;
  return {
    orderId: payload.order?.id ?? null,
    status: payload.order?.status ?? null,
    caller,
    userErrors: payload.userErrors,
  };
};

type Settled = { status: string; paymentStatus: string };

/** Looks at the order until the saga has ended: confirmed and paid, or rejected, or cancelled. */
export const untilSettled = (
  storefront: Storefront,
  placed: { orderId: string | null; caller: Caller },
  limitMs = 60_000,
) =>
  until(
    `order ${placed.orderId} to settle`,
    async () => {
      const answer = await storefront
        .ask<{ order: Settled | null }>(
          'query ($id: ID!) { order(id: $id) { status paymentStatus } }',
          { id: placed.orderId },
          placed.caller,
        )
        .catch(() => null);
      const order = answer?.data?.order;
      const isSettled =
        order && order.status !== 'PENDING' && (order.status !== 'CONFIRMED' || order.paymentStatus === 'PAID');
      return isSettled ? order : null;
    },
    limitMs,
  );
