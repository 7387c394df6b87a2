import { newId } from '@cartograph/ids';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

describe('node', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterEach(() => {
    gateway.product.seen.length = 0;
    gateway.order.seen.length = 0;
  });
  afterAll(() => gateway.stop());
  const query = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Product { title } ... on Order { customer } } }`;

  it('finds a thing of any subgraph by its id alone', async () => {
    const { data, errors } = await gateway.ask(
      `{ node(id: "${ids.chair}") { __typename id ... on Product { title } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.node).toEqual({ __typename: 'Product', id: ids.chair, title: 'Chair' });
  });

  it('is null for what does not exist, is malformed or of an unknown kind', async () => {
    for (const id of [
      ids.nobody,
      'product_nonsense',
      'nonsense',
      '',
      newId('attempt'),
      'x'.repeat(5_000),
      `${ids.chair} `,
    ]) {
      const { data, errors } = await gateway.ask('query($id: ID!) { node(id: $id) { id } }', { variables: { id } });
      expect({ id, data, errors }).toEqual({ id, data: { node: null }, errors: undefined });
    }
  });

  it('shows nobody what is not theirs, not even that it exists', async () => {
    const stranger = await gateway.ask(query, { variables: { ids: [ids.order, ids.othersOrder] } });
    expect(stranger).toMatchObject({ data: { nodes: [null, null] } });
    expect(stranger.errors).toBeUndefined();
    const headers = { 'x-cartograph-guest': await gateway.signGuestToken(ids.order) };
    const guest = await gateway.ask(query, { variables: { ids: [ids.order, ids.othersOrder] }, headers });
    expect(guest.data.nodes).toEqual([{ __typename: 'Order', id: ids.order, customer: 'alice' }, null]);
  });

  it('keeps the order of many ids of many kinds, and asks each owner once whether they exist', async () => {
    const headers = { authorization: `Bearer ${await gateway.issuer.sign()}` };
    const asked = [ids.table, ids.order, ids.nobody, ids.chair, ids.table, 'nonsense'];
    const { data, errors } = await gateway.ask(query, { variables: { ids: asked }, headers });
    expect(errors).toBeUndefined();
    expect(data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([
      ids.table,
      ids.order,
      null,
      ids.chair,
      ids.table,
      null,
    ]);
    const questions = [...gateway.product.seen, ...gateway.order.seen].filter(({ body }) =>
      body.query.includes('NodeExists'),
    );
    const counts = questions.map(({ body }) => [body.variables?.['representations']].flat().length);
    expect(counts.sort((a, b) => a - b)).toEqual([1, 3]);
  });

  it('takes at most 100 ids', async () => {
    const { data, errors } = await gateway.ask(query, {
      variables: { ids: Array.from({ length: 101 }, () => ids.chair) },
    });
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: 'At most 100 ids can be asked for at once.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(
      (await gateway.ask(query, { variables: { ids: Array.from({ length: 100 }, () => ids.chair) } })).data.nodes,
    ).toHaveLength(100);
  });
});

describe('node, while an owner cannot be reached', () => {
  it('still finds the things of the others', async () => {
    const gateway = await startTestGateway();
    await gateway.product.stop();
    const headers = { authorization: `Bearer ${await gateway.issuer.sign()}` };
    const { data, errors } = await gateway.ask(`{ nodes(ids: ["${ids.chair}", "${ids.order}"]) { id } }`, { headers });
    expect(data.nodes).toEqual([null, { id: ids.order }]);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['nodes', 0],
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'product' }),
      }),
    ]);
    await gateway.stop();
  });
});
