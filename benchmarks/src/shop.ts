import { createStorefront, type Caller } from '@cartograph/testing';

/** What the scenarios need to know of the running shop. */
export type Shop = { slug: string; variantIds: string[]; caller: Caller; orderId: string };

/** Opens an account, picks variants with plenty of stock, and buys once, so that there is an order to read. */
export const prepareShop = async (url: string): Promise<Shop> => {
  const storefront = createStorefront(url);
  const list = await storefront.ask('{ products(first: 48) { nodes { slug variants { id stock { available } } } } }');
  type Listed = { slug: string; variants: { id: string; stock: { available: number } }[] };
  const products = (list.data?.products.nodes ?? []) as Listed[];
  const variants = products.flatMap((product) => product.variants).sort((a, b) => b.stock.available - a.stock.available);
  const [first] = products;
  if (!first || variants.length === 0) throw new Error('The shop is empty: start it without --no-demo.');
  const registered = await storefront.ask('mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }', {
    input: { email: `bench-${crypto.randomUUID()}@example.com`, password: 'a long enough secret', name: 'Bench Mark' },
  });
  const caller = { accessToken: registered.data?.register.accessToken as string };
  const variantIds = variants.slice(0, 20).map((variant) => variant.id);
  const shop = { slug: first.slug, variantIds, caller, orderId: '' };
  const { buyOnce } = await import('./buy-once.ts');
  const bought = await buyOnce(storefront, shop, 0);
  return { ...shop, orderId: bought.orderId };
};
