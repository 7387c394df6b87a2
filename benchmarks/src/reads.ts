import autocannon from 'autocannon';
import type { Shop } from './shop.ts';

type Read = { name: string; query: string; variables: Record<string, unknown>; isSignedIn: boolean };

const reads = (shop: Shop): Read[] => [
  {
    name: 'product list of 24',
    query: `{ products(first: 24) { edges { node { id slug title priceRange { min { amount currency } } media { url alt }
      variants { id title price { amount currency } availableForSale } } } pageInfo { hasNextPage endCursor } } }`,
    variables: {},
    isSignedIn: false,
  },
  {
    name: 'product detail',
    query: `query ($slug: String) { product(slug: $slug) { id title description options { name values } media { url alt }
      categories { slug title } variants { id sku title price { amount currency } compareAtPrice { amount } availableForSale } } }`,
    variables: { slug: shop.slug },
    isSignedIn: false,
  },
  {
    name: 'order across four subgraphs',
    query: `query ($id: ID!) { order(id: $id) { status customer { name }
      lines { quantity total { amount currency } product { title } } payment { status } } }`,
    variables: { id: shop.orderId },
    isSignedIn: true,
  },
];

/** Asks each read by a load generator on this machine, for so many seconds. Throws when an answer is no 200. */
export const measureReads = async (url: string, shop: Shop, seconds: number) => {
  const rows = [];
  for (const read of reads(shop)) {
    const result = await autocannon({
      url: `${url}/graphql`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(read.isSignedIn && { authorization: `Bearer ${shop.caller.accessToken}` }),
      },
      body: JSON.stringify({ query: read.query, variables: read.variables }),
      connections: 16,
      duration: seconds,
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${read.name}: ${result.non2xx + result.errors} requests failed`);
    rows.push({
      read: read.name,
      'requests/s': result.requests.average,
      'p50 ms': result.latency.p50,
      'p99 ms': result.latency.p99,
    });
  }
  return rows;
};
