import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { composeShop, ids, shopSdl } from './support/test-shop.ts';

describe.each(['apollo', 'cartograph'])(
  "the supergraph's access rules at the gateway, before subgraphs that have none, executed by %s",
  (engine) => {
    let gateway: TestGateway;
    const bearer = async (scope = '') => ({
      authorization: `Bearer ${await gateway.issuer.sign({ claims: { scope } })}`,
    });
    const requests = () => gateway.product.seen.length + gateway.order.seen.length;
    beforeAll(async () => {
      gateway = await startTestGateway({ EXECUTION: engine });
    });
    afterAll(async () => gateway?.stop());
    beforeEach(() => {
      gateway.product.seen.length = 0;
      gateway.order.seen.length = 0;
    });

    it('keep a mutation that needs somebody from running for nobody, without asking any subgraph', async () => {
      const refused = await gateway.ask('mutation { refund }');
      expect(refused).toMatchObject({ status: 200, data: { refund: null } });
      expect(refused.errors).toEqual([
        {
          message: 'Sign in to see this.',
          locations: expect.anything(),
          path: ['refund'],
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ]);
      expect(requests()).toBe(0);
      expect((await gateway.ask('mutation { refund }', { headers: await bearer() })).data).toEqual({
        refund: 'refunded',
      });
    });

    it('do not share the plan of one viewer with another, in whichever order they come', async () => {
      const query = `{ product(id: "${ids.chair}") { title cost } }`;
      const asCustomer = async () => (await gateway.ask(query, { headers: await bearer() })).data?.product;
      const asStaff = async () =>
        (await gateway.ask(query, { headers: await bearer('product:read:any') })).data?.product;
      expect(await asCustomer()).toEqual({ title: 'Chair', cost: null });
      expect(await asStaff()).toEqual({ title: 'Chair', cost: 7 });
      expect(await asCustomer()).toEqual({ title: 'Chair', cost: null });
      expect(gateway.product.seen.map(({ body }) => body.query.includes('cost'))).toEqual([false, true, false]);
    });

    it('hold through node, across subgraphs and beside what is open', async () => {
      const query = `query ($order: ID!, $chair: ID!) {
      order(id: $order) { lines { product { title cost } } }
      node(id: $chair) { id ... on Product { title cost } }
    }`;
      const variables = { order: ids.order, chair: ids.chair };
      const { data, errors } = await gateway.ask(query, { variables, headers: await bearer() });
      expect(data.node).toEqual({ id: ids.chair, title: 'Chair', cost: null });
      expect(data.order.lines[1]).toEqual({ product: { title: 'Table', cost: null } });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(Array.from({ length: 4 }, () => 'FORBIDDEN'));
      const staff = await gateway.ask(query, { variables, headers: await bearer('product:read:any') });
      expect(staff.errors).toBeUndefined();
      expect(staff.data.node.cost).toBe(7);
    });

    it('are in force at once when nothing else of the supergraph has changed', async () => {
      const serve = async (rule: string, isSeen: boolean) => {
        const product = shopSdl.product.replace('title: String!', `title: String! ${rule}`);
        await writeFile(gateway.supergraphPath, composeShop({ ...shopSdl, product }));
        const headers = await bearer();
        const title = async () => (await gateway.ask('{ products { id title } }', { headers })).data;
        await until(async () => ((await title()) !== null) === isSeen, `the rule ${rule}`);
      };
      await serve('@requiresScopes(scopes: [["product:read:any"]])', false);
      const staff = await bearer('product:read:any');
      expect((await gateway.ask('{ products { id title } }', { headers: staff })).data.products).toHaveLength(2);
      await serve('@requiresScopes(scopes: [["product:write"]])', false);
      const titlesOfStaff = async () => (await gateway.ask('{ products { id title } }', { headers: staff })).data;
      await until(async () => (await titlesOfStaff()) === null, 'the other scope');
      await serve('', true);
    });
  },
);
