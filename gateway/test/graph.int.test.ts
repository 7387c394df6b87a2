import { viewerHeader } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

const orderQuery = 'query OrderPage($id: ID!) { order(id: $id) { customer lines { quantity product { title } } } }';

describe('the graph', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  const alice = async () => ({ authorization: `Bearer ${await gateway.issuer.sign()}` });

  it('answers one query from two subgraphs and asks each of them once, whatever the number of lines', async () => {
    const { data, errors, headers } = await gateway.ask(orderQuery, {
      variables: { id: ids.order },
      headers: await alice(),
    });
    expect(errors).toBeUndefined();
    expect(data.order.lines.map((line: { product: unknown }) => line.product)).toEqual([
      { title: 'Chair' },
      { title: 'Table' },
      { title: 'Chair' },
    ]);
    const line = gateway.logged.find(
      (entry) => entry.correlationId === headers.get('x-correlation-id') && entry.msg === 'operation',
    );
    expect(line).toMatchObject({
      operation: 'OrderPage',
      kind: 'query',
      status: 200,
      fetches: { order: 1, product: 1 },
      // An order of ten lines with their products at most; it has three.
      cost: { static: 1 + 10 * 2, actual: 1 + 3 * 2 },
      errors: [],
    });
  });

  it('tells every subgraph who asks, by a token for that subgraph alone, with one trace and one correlation id', async () => {
    const [orders, products] = [gateway.order.seen.length, gateway.product.seen.length];
    const { headers } = await gateway.ask(orderQuery, { variables: { id: ids.order }, headers: await alice() });
    const [toOrder, toProduct] = [gateway.order.seen[orders], gateway.product.seen[products]];
    expect(toOrder?.viewer).toEqual({ userId: 'user_alice', clientId: null, scopes: [], grants: [], sessionId: null });
    expect(toOrder?.headers[viewerHeader]).not.toBe(toProduct?.headers[viewerHeader]);
    expect(toOrder?.headers['x-correlation-id']).toBe(headers.get('x-correlation-id'));
    expect(toProduct?.headers['x-correlation-id']).toBe(headers.get('x-correlation-id'));
    const [first, second] = [toOrder, toProduct].map((request) => String(request?.headers['traceparent']).split('-'));
    expect(toOrder?.headers['traceparent']).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-00$/);
    expect(first?.[1]).toBe(second?.[1]);
    expect(first?.[2]).not.toBe(second?.[2]);
  });

  it('drops what a client sends in the headers that only the gateway may set', async () => {
    const before = gateway.order.seen.length;
    const forged = { userId: 'user_alice', clientId: null, scopes: ['order:read:any'], grants: [ids.order] };
    const traceparent = '00-11111111111111111111111111111111-2222222222222222-01';
    const headers = {
      [viewerHeader]: String(gateway.order.seen[0]?.headers[viewerHeader]),
      'x-cartograph-other': JSON.stringify(forged),
      traceparent,
      tracestate: 'evil=1',
      'x-correlation-id': 'mine',
      cookie: 'a=b',
      'x-forwarded-for': '10.1.1.1',
    };
    const { data, headers: answered } = await gateway.ask('{ whoAmI }', { headers });
    expect(JSON.parse(data.whoAmI)).toEqual({ userId: null, clientId: null, scopes: [], grants: [], sessionId: null });
    const seen = gateway.order.seen[before]?.headers ?? {};
    expect(Object.keys(seen).sort()).toEqual(
      [
        'accept',
        'connection',
        'content-length',
        'content-type',
        'host',
        'traceparent',
        viewerHeader,
        'x-correlation-id',
      ].sort(),
    );
    expect(seen['traceparent']).not.toContain('1111111111');
    expect(answered.get('x-correlation-id')).not.toBe('mine');
  });

  it('sends nothing of variables, query texts or tokens to the log', async () => {
    const token = await gateway.issuer.sign();
    await gateway.ask('query Secretive($id: ID!) { order(id: $id) { id } }', {
      variables: { id: 'order_secretvalue' },
      headers: { authorization: `Bearer ${token}` },
    });
    const log = JSON.stringify(gateway.logged);
    expect(log).toContain('Secretive');
    expect(log).not.toContain('secretvalue');
    expect(log).not.toContain(token.slice(-20));
    expect(log).not.toContain('order(id');
  });
});
