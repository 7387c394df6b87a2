import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer, startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { finishedCheckouts, ids } from './support/test-shop.ts';

const json = { 'content-type': 'application/json' };
const one = '{ products { title } }';

describe('the limits of the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      LIMIT_CONCURRENCY: '2',
      LIMIT_OPERATION_MS: '600',
      LIMIT_DEPTH: '4',
      LIMIT_COST: '25',
      LIMIT_REQUEST_MS: '1000',
      LIMIT_ADDRESS_REQUESTS: '5',
      LIMIT_VIEWER_REQUESTS: '3',
      LIMIT_MACHINE_REQUESTS: '7',
      TRUSTED_PROXY_HOPS: '1',
    });
  });
  afterAll(() => gateway.stop());

  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
    readAnswer(await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body }));
  const codeOf = ({ errors }: Awaited<ReturnType<typeof post>>) => errors?.[0]?.extensions['code'];

  it('refuse a document by a code of their own, by POST and by GET, and ask no subgraph', async () => {
    const deep = '{ order(id: "x") { lines { product { title { no { such } } } } } }';
    const asked = gateway.order.seen.length;
    const byPost = await gateway.ask(deep);
    expect({ status: byPost.status, code: codeOf(byPost) }).toEqual({ status: 400, code: 'DEPTH_LIMIT_EXCEEDED' });
    expect(byPost.errors?.[0]?.message).toContain('More than 4 levels');
    const byGet = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(deep)}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(codeOf(await readAnswer(byGet))).toBe('DEPTH_LIMIT_EXCEEDED');
    expect(gateway.order.seen.length).toBe(asked);
  });

  it('refuse deep variables by GET as by POST', async () => {
    const variables = `{"a":${'['.repeat(50)}${']'.repeat(50)}}`;
    const address = `${gateway.url}/graphql?query=${encodeURIComponent(one)}&variables=${encodeURIComponent(variables)}`;
    const answer = await readAnswer(await fetch(address, { headers: { 'apollo-require-preflight': '1' } }));
    expect(codeOf(answer)).toBe('VARIABLES_TOO_DEEP');
  });

  it('refuse what can answer more than is allowed, before it is planned, and say how much it was', async () => {
    const asked = gateway.product.seen.length;
    const answer = await gateway.ask('{ a: products { id } b: products { id } c: products { id } }');
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 400, code: 'COST_LIMIT_EXCEEDED' });
    expect(answer.errors?.[0]?.message).toContain('More than 25 objects');
    expect(answer.errors?.[0]?.message).toContain(': 30.');
    expect(gateway.product.seen.length).toBe(asked);
    expect((await gateway.ask('{ a: products { id } b: products { id } }')).errors).toBeUndefined();
  });

  it('refuse what weighs more than is allowed by what its subgraph says of it', async () => {
    const asked = gateway.order.seen.length;
    const answer = await gateway.ask('mutation { refund }');
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 400, code: 'COST_LIMIT_EXCEEDED' });
    expect(answer.errors?.[0]?.message).toContain(': 26.');
    expect(gateway.order.seen.length).toBe(asked);
  });

  it('unpack nothing', async () => {
    const packed = new Uint8Array(gzipSync(JSON.stringify({ query: one })));
    const answer = await post(packed, { ...json, 'content-encoding': 'gzip' });
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 415, code: 'BAD_REQUEST' });
  });

  it('end an operation that takes too long, and what it still waits for', async () => {
    const answer = await gateway.ask('{ slow(ms: 5000) }');
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 504, code: 'OPERATION_TIMEOUT' });
    await until(() => gateway.product.seen.at(-1)?.wasCutOff === true, 'the subgraph is told');
    expect((await gateway.ask(one)).errors).toBeUndefined();
  });

  it('let a mutation that a subgraph has begun run to its end', async () => {
    const before = finishedCheckouts.length;
    const answer = await gateway.ask('mutation { checkout(ms: 700) { id } }');
    expect(codeOf(answer)).toBe('OPERATION_TIMEOUT');
    await until(() => finishedCheckouts.length > before, 'the checkout is finished');
  });

  it('refuse at once what is more than can be answered, and nothing else', async () => {
    const asked = gateway.product.seen.length;
    const waiting = [gateway.ask('{ slow(ms: 300) }'), gateway.ask('{ slow(ms: 301) }')];
    await until(() => gateway.product.seen.length === asked + 2, 'both are with the subgraph');
    // The last one as a page of another origin, which is answered by another way.
    for (const headers of [{}, {}, { origin: 'https://studio.apollographql.com' }]) {
      const refused = await gateway.ask(one, { headers });
      expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 503, code: 'OVERLOADED' });
      expect(refused.headers.get('retry-after')).toMatch(/^[123]$/);
      expect(refused.headers.get('cache-control')).toBe('no-store');
      expect(refused.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
    expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await gateway.ask(one)).status).toBe(200);
  });

  describe('of requests', () => {
    const from = (address: string, more: Record<string, string> = {}) => ({ 'x-forwarded-for': address, ...more });
    const asUser = async (sub: string) => ({
      authorization: `Bearer ${await gateway.issuer.sign({ claims: { sub } })}`,
    });
    const asMachine = async (client_id: string) => ({
      authorization: `Bearer ${await gateway.issuer.sign({ claims: { sub: client_id, client_id } })}`,
    });
    const statusesOf = async (many: number, headers: Record<string, string>) => {
      const statuses: number[] = [];
      for (let index = 0; index < many; index += 1)
        statuses.push((await gateway.ask('{ __typename }', { headers })).status);
      return statuses;
    };
    const letIn = (many: number) => Array.from({ length: many }, () => 200);

    it('count strangers by their address, whatever they write into headers, and say when to come again', async () => {
      expect(await statusesOf(6, from('203.0.113.5'))).toEqual([...letIn(5), 429]);
      const refused = await gateway.ask(one, { headers: from('198.51.100.9, 127.0.0.1, 203.0.113.5') });
      expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 429, code: 'RATE_LIMITED' });
      const waitSeconds = Number(refused.headers.get('retry-after'));
      expect(waitSeconds).toBeGreaterThan(0);
      expect(waitSeconds).toBeLessThanOrEqual(10);
      expect(refused.errors?.[0]?.extensions['retryAfterSeconds']).toBe(waitSeconds);
      expect((await fetch(`${gateway.url}/products`, { headers: from('203.0.113.5') })).status).toBe(429);
      expect(await statusesOf(1, from('203.0.113.6'))).toEqual([200]);
    });

    it('count documents that another limit refuses, too, and an IPv6 network as one', async () => {
      const deep = '{ a { b { c { d { e } } } } }';
      for (let index = 0; index < 5; index += 1) {
        const answer = await gateway.ask(deep, { headers: from(`2001:db8:1:2::${index}`) });
        expect(codeOf(answer)).toBe('DEPTH_LIMIT_EXCEEDED');
      }
      expect(codeOf(await gateway.ask(deep, { headers: from('2001:db8:1:2:ffff::1') }))).toBe('RATE_LIMITED');
      expect(await statusesOf(1, from('2001:db8:1:3::1'))).toEqual([200]);
    });

    it('count who is signed in for themselves: neither neighbours nor strangers at the same address use up theirs', async () => {
      expect(await statusesOf(6, from('203.0.113.7'))).toEqual([...letIn(5), 429]);
      const [ada, bob] = [await asUser('user_ada'), await asUser('user_bob')];
      expect(await statusesOf(4, from('203.0.113.7', ada))).toEqual([...letIn(3), 429]);
      expect(await statusesOf(1, from('203.0.113.8', ada))).toEqual([429]);
      expect(await statusesOf(1, from('203.0.113.7', bob))).toEqual([200]);
      expect(await statusesOf(8, from('203.0.113.7', await asMachine('importer')))).toEqual([...letIn(7), 429]);
    });

    it('count tokens that do not hold by the address they come from, and guests', async () => {
      const forged = { authorization: 'Bearer a.b.c' };
      expect(await statusesOf(6, from('203.0.113.10', forged))).toEqual([401, 401, 401, 401, 401, 429]);
      const guest = { 'x-cartograph-guest': await gateway.signGuestToken(ids.order) };
      expect(await statusesOf(6, from('203.0.113.11', guest))).toEqual([...letIn(5), 429]);
    });

    it('do not count who asks from the machine itself', async () => {
      expect(await statusesOf(12, {})).toEqual(letIn(12));
    });
  });

  it('close the connection of a client that does not finish its request', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
    });
    await until(() => socket.destroyed, 'the connection ends');
    expect(heard).toMatch(/^HTTP\/1.1 408 /);
  }, 60_000);
});
