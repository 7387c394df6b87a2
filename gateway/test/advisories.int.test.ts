import { composeSupergraph } from '@cartograph/composition';
import { afterEach, describe, expect, it } from 'vitest';
import { closeWhatIsOpen, startServer } from './support/moody-subgraph.ts';
import { startTestGateway } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

afterEach(closeWhatIsOpen);

/** What was once wrong in the packages that the gateway stands on, and does not come by its public door. */
describe('a published advisory', () => {
  it('GHSA-m8jr-fxqx-8xx6, a protected field that is read by way of @requires: such a graph does not compose', () => {
    const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@authenticated"])`;
    const compose = (rule: string) =>
      composeSupergraph([
        {
          name: 'a',
          sdl: `${link} type Product @key(fields: "id") { id: ID! cost: Int @authenticated } type Query { products: [Product] }`,
        },
        {
          name: 'b',
          sdl: `${link} type Product @key(fields: "id") { id: ID! cost: Int @external margin: Int @requires(fields: "cost") ${rule} }`,
        },
      ]);
    expect(compose('').ok).toBe(false);
    expect(compose('@authenticated').ok).toBe(true);
  });

  it.each(['cartograph', 'apollo'])(
    'CVE-2026-32621, a subgraph that answers with names of JavaScript’s own: changes no prototype, by EXECUTION=%s',
    async (engine) => {
      const own = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
      const chair = `{${own},"__typename":"Product","id":"${ids.chair}","title":"Chair"}`;
      // Three lines of two products: our own engine asks for each product once.
      const entities = Array.from({ length: engine === 'apollo' ? 3 : 2 }, () => chair).join(',');
      const hostile = await startServer((response) =>
        response
          .setHeader('content-type', 'application/json')
          .end(`{"data":{${own},"products":[${chair}],"_entities":[${entities}]},"extensions":{${own}}}`),
      );
      const { ask, signGuestToken, stop } = await startTestGateway(({ order }) => ({
        SUBGRAPH_URLS: JSON.stringify({ product: hostile.url, order }),
        EXECUTION: engine,
      }));
      const headers = { 'x-cartograph-guest': await signGuestToken(ids.order) };
      const query = `{ products { id title } order(id: "${ids.order}") { lines { product { title } } } }`;
      const { data } = await ask(query, { headers });
      const aliased = await ask('{ __proto__: products { __proto__: id constructor: title } }');
      await stop();
      expect(data.products).toEqual([{ id: ids.chair, title: 'Chair' }]);
      expect(data.order.lines[0]).toEqual({ product: { title: 'Chair' } });
      expect(aliased.status).toBe(200);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect((Object as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});
