import { createStorefront } from '@cartograph/testing';
import { type Buyer, buyOnce } from './buy-once.ts';

/** What the scenarios need to know of the running shop. */
export type Shop = Buyer & { slug: string; orderId: string };

/** Opens an account, picks variants with plenty of stock, and buys once, so that there is an order to read. */
export const prepareShop = async (url: string): Promise<Shop> => {
  const storefront = createStorefront(url);
  type Listed = { slug: string; variants: { id: string; stock: { available: number } }[] };
  const list = await storefront.ask<{ products: { nodes: Listed[] } }>(
    '{ products(first: 48) { nodes { slug variants { id stock { available } } } } }',
  );
  const products = list.data?.products.nodes ?? [];
  const variants = products
    .flatMap((product) => product.variants)
    .sort((a, b) => b.stock.available - a.stock.available);
  const [first] = products;
  if (!first || variants.length === 0) throw new Error('The shop is empty: start it without --no-demo.');
  const registered = await storefront.ask<{ register: { accessToken: string } }>(
    'mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }',
    {
      input: {
        email: `bench-${crypto.randomUUID()}@example.com`,
        password: 'a long enough secret',
        name: 'Bench Mark',
      },
    },
  );
  const caller = { accessToken: registered.data?.register.accessToken ?? '' };
  const variantIds = variants.slice(0, 20).map((variant) => variant.id);
  const bought = await buyOnce(storefront, { variantIds, caller }, 0);
  return { slug: first.slug, variantIds, caller, orderId: bought.orderId };
};
