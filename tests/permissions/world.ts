import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@cartograph/ids';
import type { Caller, Storefront, Supergraph } from '@cartograph/testing';
import { checkOut, createCart, fillCart, untilSettled, variantOf } from '../support/shopper.ts';
import { until } from '../support/until.ts';

/** The ids of one party's things, by the names that probes use. */
export type World = Readonly<Record<string, string>>;

const importer = new URL('../../subgraphs/product/src/import-catalog.ts', import.meta.url).pathname;
const catalogue = `Handle,Title,Body (HTML),Vendor,Product Category,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src
mug,Mug,A mug.,Maker,Kitchen > Cups,cup,true,Size,Small,MUG-S,1000,9.00,https://example.com/mug.jpg
rare,Rare,A rare thing.,Maker,Kitchen > Cups,rare,true,Title,Default Title,RARE,1,5.00,
draft,Draft,Not for sale yet.,Maker,Kitchen > Cups,cup,false,Title,Default Title,DRAFT,9,7.00,
`;

/** Brings three products into the shop: one with everything a product can have, one that is sold out by the second piece, a draft. */
export const stockShop = async ({ stack }: Supergraph): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-permissions-'));
  const file = join(folder, 'catalogue.csv');
  await writeFile(file, catalogue);
  const environment = { PRODUCT_DATABASE_URL: stack.facts.databaseUrls['product'] ?? '', PATH: '/usr/bin:/bin' };
  await promisify(execFile)(process.execPath, [importer, file], { env: environment });
  await rm(folder, { recursive: true });
};

/** A party's cart, orders and payment; a guest's when nobody is signed in. Answers the tokens of a guest as well. */
export const openWorld = async (
  storefront: Storefront,
  { caller, userId, support }: { caller: Caller; userId: string; support: Caller },
): Promise<{ ids: World; tokens: readonly string[] }> => {
  const variantId = await variantOf(storefront, 'mug');
  const rareId = await variantOf(storefront, 'rare');
  const open = await fillCart(storefront, { caller, variantId });
  const order = async (options: { variantId: string; quantity?: number; token?: string }) => {
    const cart = await fillCart(storefront, { caller, ...options });
    const placed = await checkOut(storefront, cart, options.token ? { token: options.token } : {});
    await untilSettled(storefront, placed);
    return { ...placed, cart };
  };
  const [paid, cancelled, declined, soldOut] = await Promise.all([
    order({ variantId }),
    order({ variantId }),
    order({ variantId, token: 'tok_decline' }),
    order({ variantId: rareId, quantity: 2 }),
  ]);
  await cancel(storefront, { orderId: cancelled.orderId, caller: support });
  const found = await storefront.ask<{ order: { payment: { id: string } }; cart: { lines: { id: string }[] } }>(
    'query ($order: ID!, $cart: ID!) { order(id: $order) { payment { id } } cart(id: $cart) { lines { id } } }',
    { order: paid.orderId, cart: open.cartId },
    bothOf(paid.caller, open.caller),
  );
  const ids = {
    variant: variantId,
    cart: open.cartId,
    line: found.data?.cart.lines[0]?.id ?? '',
    orderedCart: paid.cart.cartId,
    order: paid.orderId ?? '',
    cancelledOrder: cancelled.orderId ?? '',
    declinedOrder: declined.orderId ?? '',
    soldOutOrder: soldOut.orderId ?? '',
    payment: found.data?.order.payment.id ?? '',
    user: userId,
    ticket: await openTicket(storefront, paid),
    ...unknownIds(),
    ...(await catalogueIds(storefront, support)),
  };
  const holders = [open.caller, paid.caller, paid.cart.caller, declined.caller, soldOut.caller, cancelled.caller];
  return { ids, tokens: holders.flatMap(({ guestToken }) => (guestToken ? [guestToken] : [])) };
};

/** What is nowhere: whoever may do something to it hears that, and nothing changes. */
const unknownIds = (): World => ({
  unknownLine: newId('cartline'),
  unknownTicket: newId('ticket'),
  unknownPayment: newId('payment'),
  unknownUser: newId('user'),
  unknownProduct: newId('product'),
  unknownVariant: newId('variant'),
  unknownCart: newId('cart'),
});

const cancel = async (storefront: Storefront, { orderId, caller }: { orderId: string | null; caller: Caller }) => {
  const { data } = await storefront.ask<{ cancelOrder: { userErrors: unknown[] } }>(
    'mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { userErrors { code } } }',
    { input: { orderId, idempotencyKey: crypto.randomUUID(), reason: 'asked for by phone' } },
    caller,
  );
  if (data?.cancelOrder.userErrors.length !== 0)
    throw new Error(`the order was not cancelled: ${JSON.stringify(data)}`);
};

const openTicket = async (storefront: Storefront, { orderId, caller }: { orderId: string | null; caller: Caller }) => {
  const input = { subject: 'Broken', message: 'It broke.', orderId, idempotencyKey: crypto.randomUUID() };
  const { data, errors } = await storefront.ask<{ openTicket: { ticket: { id: string } | null } }>(
    'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { ticket { id } userErrors { message } } }',
    { input },
    caller,
  );
  if (!data?.openTicket.ticket) throw new Error(`no ticket: ${JSON.stringify(data ?? errors)}`);
  return data.openTicket.ticket.id;
};

const bothOf = (one: Caller, other: Caller): Caller =>
  one.guestToken && other.guestToken ? { guestToken: `${one.guestToken},${other.guestToken}` } : one;

const catalogueIds = async (storefront: Storefront, staff: Caller) => ({
  ...(await draftIds(storefront, staff)),
  ...(await until('the shop to have its categories', async () => {
    const { data } = await storefront.ask<{ product: { id: string; categories: { id: string }[] } | null }>(
      '{ product(slug: "mug") { id categories { id } } }',
    );
    const [category] = data?.product?.categories ?? [];
    return data?.product && category && { product: data.product.id, category: category.id };
  })),
});

const draftIds = async (storefront: Storefront, staff: Caller): Promise<World> => {
  const query = '{ product(slug: "draft") { id variants { id } } }';
  const { data } = await storefront.ask<{ product: { id: string; variants: { id: string }[] } | null }>(
    query,
    {},
    staff,
  );
  return { draft: data?.product?.id ?? '', draftVariant: data?.product?.variants[0]?.id ?? '' };
};

/** A stranger's guest tokens: of a cart and of nothing else that anybody asks for. */
export const strangersToken = async (storefront: Storefront): Promise<string> =>
  (await createCart(storefront, {})).guestToken ?? '';

/** A paid order of a guest nobody else asks for, with a ticket about it, and the tokens of order and cart. */
export const openGuestOrder = async (storefront: Storefront): Promise<{ ids: World; tokens: readonly string[] }> => {
  const cart = await fillCart(storefront, { caller: {}, variantId: await variantOf(storefront, 'mug') });
  const placed = await checkOut(storefront, cart);
  await untilSettled(storefront, placed);
  const { data } = await storefront.ask<{ order: { payment: { id: string } } }>(
    'query ($order: ID!) { order(id: $order) { payment { id } } }',
    { order: placed.orderId },
    placed.caller,
  );
  const ids = {
    order: placed.orderId ?? '',
    payment: data?.order.payment.id ?? '',
    ticket: await openTicket(storefront, placed),
  };
  return { ids, tokens: [placed.caller.guestToken ?? '', cart.caller.guestToken ?? ''] };
};
