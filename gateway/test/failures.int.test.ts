import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { finishedCheckouts, ids } from './support/test-shop.ts';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const expectNothingInternal = (text: string) => {
  expect(text).not.toMatch(
    /127\.0\.0\.1|localhost|10\.0\.0\.7|select|stack|serviceName|ECONN|subgraph\.local|node_modules/i,
  );
};

describe('a subgraph that cannot be reached', () => {
  it('empties only its own nullable fields, under its own code', async () => {
    gateway = await startTestGateway();
    const guest = { 'x-cartograph-guest': await gateway.signGuestToken(ids.order) };
    await gateway.product.stop();
    const query = `{ order(id: "${ids.order}") { customer lines { quantity product { title } } } }`;
    const { status, data, errors, headers, text } = await gateway.ask(query, { headers: guest });
    expect(status).toBe(200);
    expect(data.order.customer).toBe('alice');
    expect(data.order.lines.map(({ quantity }: { quantity: number }) => quantity)).toEqual([1, 2, 3]);
    expect(data.order.lines.every(({ product }: { product: unknown }) => product === null)).toBe(true);
    expect(errors).toEqual([
      {
        message: 'The product part of the graph is not available just now.',
        // The first of the places that it left empty.
        path: ['order', 'lines', 0, 'product', 'title'],
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: 'product',
          correlationId: headers.get('x-correlation-id'),
        },
      },
    ]);
    expectNothingInternal(text);
    const line = gateway.logged.find(({ msg }) => msg === 'a subgraph is unavailable');
    expect(line).toMatchObject({
      level: 'warn',
      correlationId: headers.get('x-correlation-id'),
      err: { code: 'ECONNREFUSED' },
    });
  });

  it('is asked at its next address while one of them is gone, so that nobody notices', async () => {
    gateway = await startTestGateway(({ product, order }) => ({
      SUBGRAPH_URLS: JSON.stringify({ product: ['http://127.0.0.1:9', product], order }),
    }));
    for (let round = 0; round < 4; round += 1) {
      expect((await gateway.ask('{ products { title } }')).errors).toBeUndefined();
    }
    expect(gateway.product.seen).toHaveLength(4);
  });
});

describe('a subgraph that is slow', () => {
  it('is given up after the time-out, and only its own fields are empty', async () => {
    gateway = await startTestGateway({ SUBGRAPH_TIMEOUT_MS: '200' });
    const startedMs = performance.now();
    const { data, errors } = await gateway.ask('{ slow(ms: 60000) whoAmI }');
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(data.slow).toBeNull();
    expect(data.whoAmI).toContain('userId');
    expect(errors?.map(({ extensions }) => extensions['subgraph'])).toEqual(['product']);
    await until(() => gateway.product.seen[0]?.wasCutOff === true, 'the end of the request to the subgraph');
  });

  it('does not make others wait without end for one of its bounded connections', async () => {
    gateway = await startTestGateway({ SUBGRAPH_TIMEOUT_MS: '500', SUBGRAPH_CONNECTIONS: '1' });
    const startedMs = performance.now();
    const answers = await Promise.all(Array.from({ length: 40 }, () => gateway.ask('{ slow(ms: 60000) }')));
    expect(performance.now() - startedMs).toBeLessThan(15_000);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(
      Array.from({ length: 40 }, () => 'SUBGRAPH_UNAVAILABLE'),
    );
  });
});

describe('a client that goes away', () => {
  it('has its query cancelled in the subgraph', async () => {
    // Longer than the test waits: it must be the client's going away that ends the request.
    gateway = await startTestGateway({ SUBGRAPH_TIMEOUT_MS: '60000' });
    const client = new AbortController();
    const asked = gateway.ask('query Impatient { slow(ms: 60000) }', { signal: client.signal });
    await until(() => gateway.product.seen.length === 1, 'the request to the subgraph');
    client.abort();
    await expect(asked).rejects.toThrow();
    await until(() => gateway.product.seen[0]?.wasCutOff === true, 'the end of the request to the subgraph');
    await until(() => gateway.logged.some(({ operation }) => operation === 'Impatient'), 'the log line');
    expect(gateway.logged.find(({ operation }) => operation === 'Impatient')).toMatchObject({ status: 'CLIENT_GONE' });
  });

  it('does not cut a mutation in half', async () => {
    gateway = await startTestGateway();
    const client = new AbortController();
    const before = finishedCheckouts.length;
    const asked = gateway.ask('mutation { checkout(ms: 300) { id } }', { signal: client.signal });
    await until(() => gateway.order.seen.length === 1, 'the request to the subgraph');
    client.abort();
    await expect(asked).rejects.toThrow();
    await until(() => finishedCheckouts.length === before + 1, 'the end of the checkout');
    expect(gateway.order.seen[0]?.wasCutOff).toBe(false);
  });
});

describe('an error of a subgraph', () => {
  it('is masked, with the correlation id that stands in the log', async () => {
    gateway = await startTestGateway();
    const { data, errors, headers, text } = await gateway.ask('{ broken refused }');
    expect(data).toEqual({ broken: null, refused: null });
    const correlationId = headers.get('x-correlation-id');
    expect(errors?.toSorted((a, b) => String(a.path).localeCompare(String(b.path)))).toEqual([
      {
        message: 'Internal server error',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
      },
      {
        message: 'Internal server error',
        path: ['refused'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
      },
    ]);
    expectNothingInternal(text);
    const lines = gateway.logged.filter(
      ({ msg, correlationId: id }) => msg === 'an operation failed' && id === correlationId,
    );
    expect(JSON.stringify(lines)).toContain('10.0.0.7');
  });

  it('passes with message and code alone when it is meant for the client', async () => {
    gateway = await startTestGateway();
    const { status, errors } = await gateway.ask('{ me }');
    expect(status).toBe(200);
    expect(errors).toEqual([
      { message: 'Sign in to see this.', path: ['me'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

describe('a subgraph that answers what is no GraphQL', () => {
  const misbehaving = async (status: number, body: string, type = 'application/json') => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    gateway = await startTestGateway(({ order }) => ({ SUBGRAPH_URLS: JSON.stringify({ product: url, order }) }));
    const answer = await gateway.ask('{ products { title } }');
    await new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
    return answer;
  };

  it.each([
    ['a page of a proxy', 200, '<html>127.0.0.1</html>', 'SUBGRAPH_UNAVAILABLE'],
    ['an empty object', 200, '{}', 'SUBGRAPH_UNAVAILABLE'],
    ['errors of another shape', 200, '{"errors":["127.0.0.1"]}', 'SUBGRAPH_UNAVAILABLE'],
    ['a page about this one request', 413, '<html>127.0.0.1</html>', 'INTERNAL_SERVER_ERROR'],
    [
      'that it does not know us',
      401,
      '{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}',
      'INTERNAL_SERVER_ERROR',
    ],
    [
      'that our query does not fit',
      400,
      '{"errors":[{"message":"Cannot query field \\"a\\"","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}',
      'INTERNAL_SERVER_ERROR',
    ],
    ['that it drains', 503, '{"status":"draining"}', 'SUBGRAPH_UNAVAILABLE'],
    ['bad gateway', 502, 'upstream 127.0.0.1', 'SUBGRAPH_UNAVAILABLE'],
  ])('is masked when it answers %s', async (_name, status, body, code) => {
    const { errors, text } = await misbehaving(status, body);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
    expectNothingInternal(text);
  });
});
