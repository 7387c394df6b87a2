import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShopPage, ShopPageOptions } from '../shop-page/shop-page.ts';
import { openShopPage as byApollo } from '../storefront-apollo/open-shop-page.ts';
import { openShopPage as byFetch } from '../storefront-fetch/open-shop-page.ts';
import { openShopPage as byRelay } from '../storefront-relay/open-shop-page.ts';
import { openShopPage as byUrql } from '../storefront-urql/open-shop-page.ts';

const clients: Record<string, (options: ShopPageOptions) => ShopPage> = {
  'storefront-apollo': byApollo,
  'storefront-urql': byUrql,
  'storefront-relay': byRelay,
  'storefront-fetch': byFetch,
};
const names = Object.keys(clients);
const manifest = (client: string) => fileURLToPath(new URL(`../${client}/persisted-operations.json`, import.meta.url));

/** What went over the wire: method, and everything that a server could read. */
type Sent = { method: string; text: string; cacheControl: string | null };

const engines = ['cartograph', 'apollo'];

describe.each(engines)(
  'the shop page, by each client, where only published operations are let in, with the engine %s',
  (EXECUTION) => {
    let supergraph: Supergraph;
    let sent: Sent[];
    beforeAll(async () => {
      const gateway = {
        EXECUTION,
        SAFELIST_MODE: 'enforce',
        PERSISTED_OPERATIONS_PATHS: JSON.stringify(names.map(manifest)),
        // Of what is kept here others are told the age that is left, which is another each second.
        CACHE: 'off',
      };
      supergraph = await startSupergraph({ hasDemo: true, settings: { gateway } });
    });
    afterAll(() => supergraph?.stop());
    beforeEach(() => {
      sent = [];
    });

    const recordingFetch: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const text = `${decodeURIComponent(request.url)} ${await request.clone().text()}`;
      const response = await fetch(request);
      sent.push({ method: request.method, text, cacheControl: response.headers.get('cache-control') });
      return response;
    };
    const open = (name: string): ShopPage => {
      const client = clients[name];
      if (!client) throw new Error(`no client ${name}`);
      return client({ url: `${supergraph.url}/graphql`, pageSize: 3, clientVersion: '1.0.0', fetch: recordingFetch });
    };

    it.each(names)('shows products, more of them, and a cart: %s', async (name) => {
      const page = open(name);
      const first = await page.open();
      expect(first.products).toHaveLength(3);
      expect(first).toMatchObject({ hasMore: true, cart: null });
      expect(first.products[0]).toMatchObject({
        id: expect.stringMatching(/^product_/),
        title: expect.stringMatching(/\w/),
        price: expect.stringMatching(/^from [\d.]+ [A-Z]{3}$/),
        picture: expect.stringMatching(/\/media\//),
      });
      const more = await page.more();
      expect(more.products).toHaveLength(6);
      expect(more.products.slice(0, 3)).toEqual(first.products);
      expect(new Set(more.products.map(({ id }) => id)).size).toBe(6);

      const tile = more.products.find(({ variantId }) => variantId !== null);
      await page.addToCart(tile?.variantId ?? '');
      const filled = await page.addToCart(tile?.variantId ?? '');
      expect(filled.cart?.lines).toEqual([{ title: tile?.title, quantity: 2 }]);
      expect(filled.cart?.total).toMatch(/^[\d.]+ EUR$/);
      expect(filled.products).toEqual(more.products);

      // Ids in place of texts; queries by GET, where caches can answer; a mutation by POST, never by GET.
      expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'POST', 'POST']);
      expect(sent.map(({ cacheControl }) => cacheControl)).toEqual([
        ...Array.from({ length: 2 }, () => 'public, max-age=10'),
        ...Array.from({ length: 3 }, () => 'no-store'),
      ]);
      expect(sent.filter(({ text }) => /products\(|mutation |query /.test(text))).toEqual([]);
    });

    it.each(names)('says what the shop said when it refuses: %s', async (name) => {
      const refusal = open(name).addToCart('variant_01jd8q3v9kf7ztm5w2c4x6y8za');
      await expect(refusal).rejects.toMatchObject({ name: 'Refused', codes: [expect.stringMatching(/VARIANT/)] });
    });

    it('is the same page by each of them', async () => {
      const pages = await Promise.all(names.map(async (name) => (await open(name).open()).products));
      expect(pages.map((products) => JSON.stringify(products))).toEqual(names.map(() => JSON.stringify(pages[0])));
    });

    it('is all they can ask for: what is not published is refused', async () => {
      const answer = await supergraph.storefront.ask('{ products(first: 1) { nodes { id } } }');
      expect(answer.errors?.[0]?.extensions?.code).toBe('QUERY_NOT_IN_SAFELIST');
      const published = JSON.parse(await readFile(manifest('storefront-fetch'), 'utf8')) as {
        operations: { body: string }[];
      };
      const listed = published.operations.find(({ body }) => body.startsWith('query'));
      const asked = await supergraph.storefront.ask(listed?.body ?? '', { first: 1 });
      expect(asked.errors).toBeUndefined();
      // What the gateway asks for its REST view is its own.
      expect((await fetch(`${supergraph.url}/products?first=1`)).status).toBe(200);
    });
  },
);
