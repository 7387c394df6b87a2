import type { Supergraph } from '@cartograph/testing';
import { expect } from 'vitest';

type Page = { nodes: { slug: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
type Failure = { errors: { message: string; extensions: { code: string } }[] };

/** Reads the catalogue as somebody does who knows no GraphQL, and compares it with what the graph says. */
export const readCatalogueByRest = async ({ url, storefront }: Supergraph): Promise<void> => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });
  const read = async <Body>(path: string) => (await (await get(path)).json()) as Body;

  const first = await read<Page>('/products?first=2');
  const second = await read<Page>(`/products?first=2&after=${encodeURIComponent(first.pageInfo.endCursor ?? '')}`);
  const slugs = [...first.nodes, ...second.nodes].map(({ slug }) => slug);
  const asked = (await storefront.ask('{ products(first: 4) { nodes { slug } } }')).data as { products: Page };
  expect(slugs).toEqual(asked.products.nodes.map(({ slug }) => slug));
  expect((await read<Page>('/products?first=100')).nodes.length).toBeGreaterThan(slugs.length);

  const product = await get(`/products/${slugs[0]}`);
  expect(product.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
  const fields =
    'id title priceRange { min { amount currency } } variants { sku price { amountMinor } stock { available } }';
  const byGraph = await storefront.ask(`query ($slug: String!) { product(slug: $slug) { ${fields} } }`, {
    slug: slugs[0],
  });
  expect(await product.json()).toMatchObject((byGraph.data as { product: object }).product);
  const tag = product.headers.get('etag') ?? '';
  expect((await get(`/products/${slugs[0]}`, { 'if-none-match': tag })).status).toBe(304);

  for (const [path, status, code] of [
    ['/products/there-is-none', 404, 'NOT_FOUND'],
    ['/products/a%2Fb', 404, 'NOT_FOUND'],
    ['/products?first=lots', 400, 'BAD_USER_INPUT'],
    ['/products?first=101', 400, 'BAD_USER_INPUT'],
    ['/products?after=nonsense', 400, 'BAD_USER_INPUT'],
    ['/products?first=1&first=2', 400, 'BAD_USER_INPUT'],
  ] as const) {
    const refused = await get(path);
    expect([path, refused.status, refused.headers.get('cache-control')]).toEqual([path, status, 'no-store']);
    expect(((await refused.json()) as Failure).errors[0]?.extensions.code).toBe(code);
  }
  const described = await read<{ openapi: string; paths: object }>('/openapi.json');
  expect(described.openapi).toMatch(/^3\./);
  expect(Object.keys(described.paths)).toEqual(['/products', '/products/{slug}']);
};
