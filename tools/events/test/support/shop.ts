import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Supergraph } from '@cartograph/testing';
import { until } from './until.ts';

const importer = fileURLToPath(new URL('../../../../subgraphs/product/src/import-catalog.ts', import.meta.url));

/** Brings one product into the shop the way a merchant does. Returns the id of its variant. */
export const stockUp = async ({ stack, storefront }: Supergraph): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-csv-'));
  const file = join(folder, 'catalogue.csv');
  const header =
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price';
  await writeFile(file, `${header}\nlamp,A lamp,It shines.,Maker,Things,,true,Title,Default Title,SKU-lamp,20,19.99\n`);
  const env = { PRODUCT_DATABASE_URL: stack.facts.databaseUrls.product, PATH: '/usr/bin:/bin' };
  await promisify(execFile)(process.execPath, [importer, file], { env });
  await rm(folder, { recursive: true });
  const { data } = await storefront.ask<{ product: { variants: [{ id: string }] } }>(
    '{ product(slug: "lamp") { variants { id } } }',
  );
  if (!data) throw new Error('the lamp is not there');
  return data.product.variants[0].id;
};

const addLine = `mutation ($input: AddCartLineInput!) {
  addCartLine(input: $input) { cart { total { amountMinor currency } } userErrors { code } } }`;
const checkout = `mutation ($input: CheckoutInput!) {
  checkout(input: $input) { order { id } guestToken userErrors { code } } }`;

type Created = { createCart: { cart: { id: string }; guestToken: string } };
type Added = { addCartLine: { cart: { total: { amountMinor: string; currency: string } } | null } };
type CheckedOut = { checkout: { order: { id: string } | null; guestToken: string } };
type Standing = { order: { status: string; paymentStatus: string } };

/** A guest orders one piece and the order comes to its end. Returns the order's id. */
export const buyOne = async (
  { storefront }: Supergraph,
  { variantId, token, status }: { variantId: string; token: string; status: 'PAID' | 'REJECTED' },
): Promise<string> => {
  const created = await storefront.ask<Created>(
    'mutation { createCart(input: { currency: "EUR" }) { cart { id } guestToken } }',
  );
  const cart = created.data?.createCart;
  if (!cart) throw new Error(`no cart: ${JSON.stringify(created)}`);
  const owner = { guestToken: cart.guestToken };
  let expectedTotal: unknown;
  await until('the lamp to be for sale', async () => {
    const input = { cartId: cart.cart.id, variantId, quantity: 1 };
    expectedTotal = (await storefront.ask<Added>(addLine, { input }, owner)).data?.addCartLine.cart?.total;
    return Boolean(expectedTotal);
  });
  const input = { cartId: cart.cart.id, idempotencyKey: randomUUID(), expectedTotal, paymentMethodToken: token };
  const placed = (await storefront.ask<CheckedOut>(checkout, { input }, owner)).data?.checkout;
  const id = placed?.order?.id;
  if (id === undefined) throw new Error(`the cart was not checked out: ${JSON.stringify(placed)}`);
  await until(`order ${id} to be ${status}`, async () => {
    const query = 'query ($id: ID!) { order(id: $id) { status paymentStatus } }';
    const { data } = await storefront.ask<Standing>(query, { id }, { guestToken: placed?.guestToken ?? '' });
    return (status === 'PAID' ? data?.order.paymentStatus : data?.order.status) === status;
  });
  return id;
};
