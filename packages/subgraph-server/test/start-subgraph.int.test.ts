import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger, startMetrics } from '@cartograph/telemetry';
import { gatewayClient, newKeyPair } from '@cartograph/testing';
import { anonymous } from '@cartograph/viewer';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { allow } from 'graphql-shield';
import { importJWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSubgraph } from '../src/index.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { slow(ms: Int!): String  broken: String  hidden: Hidden  open: Open  me: String  late: [Int!] }
  type Hidden { secret: String }
  type Open @key(fields: "id") { id: ID! greeting: String }
`;

const resolvers = {
  Query: {
    slow: async (_: unknown, { ms }: { ms: number }) => delay(ms, 'done'),
    broken: () => {
      throw new Error('select * from secrets failed at 10.0.0.7');
    },
    late: () => [delay(20).then(() => Promise.reject(new Error('too late'))), null],
    hidden: () => ({ secret: 'x' }),
    open: () => ({ id: '1', greeting: 'hello' }),
    me: (_: unknown, _args: unknown, context: { viewer: { userId: string | null } }) => context.viewer.userId,
  },
};

const permissions = { Query: { '*': allow }, Open: allow };

describe('a subgraph', () => {
  let keys: Awaited<ReturnType<typeof newKeyPair>>;
  let served: { url: string; stop: () => Promise<void> };
  let ask: ReturnType<typeof gatewayClient>;
  let isDatabaseUp: boolean;

  beforeEach(async () => {
    isDatabaseUp = true;
    keys = await newKeyPair();
    served = await startSubgraph({
      name: 'product',
      config: {
        HOST: '127.0.0.1',
        PORT: 0,
        LOG_LEVEL: 'silent',
        EXECUTION: 'compiled',
        NODE_ENV: 'test',
        VIEWER_JWKS: { keys: keys.publicJwks.keys.map((key) => ({ ...key, kty: 'OKP' })) },
      },
      logger: createLogger({ service: 'product', level: 'silent' }),
      typeDefs,
      resolvers,
      permissions,
      createContext: (request) => request,
      routes: (app) => {
        app.get('/picture', () => {
          throw new Error('select * from pictures failed at 10.0.0.7');
        });
      },
      isReady: async () => {
        if (!isDatabaseUp) throw new Error('no database');
      },
    });
    ask = gatewayClient({ url: served.url, audience: 'product', privateJwk: keys.privateJwk });
  });
  afterEach(async () => served.stop());

  const post = (headers: Record<string, string>, body = '{"query":"{ open { greeting } }"}') =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('measures how long the gateway’s requests take and how they end, and nobody else’s', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const metrics = await startMetrics({ service: 'product', exporter, intervalMs: 60_000 });
    await ask(anonymous, '{ slow(ms: 30) }');
    await ask(anonymous, '{ nothing }');
    await post({});
    await metrics.stop();
    const points = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      .filter(({ descriptor }) => descriptor.name === 'http.server.request.duration')
      .flatMap(({ dataPoints }): { attributes: Record<string, unknown>; value: unknown }[] => dataPoints);
    const route = { 'http.request.method': 'POST', 'http.route': '/graphql' };
    expect(points).toMatchObject([
      { attributes: { ...route, 'http.response.status_code': 200 }, value: { count: 1, min: expect.any(Number) } },
      { attributes: { ...route, 'http.response.status_code': 400 }, value: { count: 1 } },
    ]);
    expect((points[0]?.value as { min: number } | undefined)?.min).toBeGreaterThanOrEqual(0.03);
  });

  it('answers whoever is not the gateway with the same plain refusal, whatever is wrong', async () => {
    const stranger = await newKeyPair();
    const now = Math.floor(Date.now() / 1_000);
    const claims = { viewer: anonymous, iss: 'cartograph-gateway', aud: 'product', iat: now, exp: now + 60 };
    const sign = async (
      changes: Record<string, unknown> = {},
      { key = keys.privateJwk, typ = 'cartograph-viewer+jwt' } = {},
    ) =>
      new SignJWT({ ...claims, ...changes })
        .setProtectedHeader({ alg: 'EdDSA', typ, kid: 'test' })
        .sign(await importJWK(key, 'EdDSA'));
    const good = await sign();
    const [head = '', body = '', signature = ''] = good.split('.');
    const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const hmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'cartograph-viewer+jwt', kid: 'test' })
      .sign(new TextEncoder().encode(JSON.stringify(keys.publicJwks.keys[0])));
    const bad: Record<string, string | null> = {
      'no token': null,
      'an empty token': '',
      'alg none': `${encode({ alg: 'none', typ: 'cartograph-viewer+jwt' })}.${body}.`,
      'the public key as a secret': hmac,
      'another key': await sign({}, { key: stranger.privateJwk }),
      'another audience': await sign({ aud: 'order' }),
      'another issuer': await sign({ iss: 'somebody' }),
      'another type': await sign({}, { typ: 'at+jwt' }),
      expired: await sign({ iat: now - 300, exp: now - 240 }),
      'not yet valid': await sign({ nbf: now + 300 }),
      'too old': await sign({ iat: now - 300, exp: now + 300 }),
      altered: `${head}.${encode({ ...claims, viewer: { ...anonymous, userId: 'user_1' } })}.${signature}`,
      'no viewer': await sign({ viewer: undefined }),
      'not a viewer': await sign({ viewer: { userId: 7 } }),
      oversized: await sign({ padding: 'x'.repeat(5_000) }),
    };
    for (const [what, token] of Object.entries(bad)) {
      const answer = await post(token === null ? {} : { 'x-cartograph-viewer': token });
      expect({ what, status: answer.status, body: await answer.json() }).toEqual({
        what,
        status: 401,
        body: { errors: [{ message: 'This door is for the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }] },
      });
    }
    expect((await post({ 'x-cartograph-viewer': good })).status).toBe(200);
  });

  it('believes the viewer the gateway signed', async () => {
    expect((await ask({ ...anonymous, userId: 'user_1' }, '{ me }')).data).toEqual({ me: 'user_1' });
  });

  it('denies a type that is in no rule, and tells a stranger to sign in', async () => {
    const refused = await ask(anonymous, '{ hidden { secret } open { greeting } }');
    expect(refused.data).toEqual({ hidden: { secret: null }, open: { greeting: 'hello' } });
    expect(refused.errors?.map((error) => error.extensions?.code)).toEqual(['UNAUTHENTICATED']);
    const known = await ask({ ...anonymous, userId: 'user_1' }, '{ hidden { secret } }');
    expect(known.errors?.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN']);
  });

  it('masks its own faults', async () => {
    const answer = await ask(anonymous, '{ broken }');
    expect(answer.errors).toEqual([
      { message: 'Internal server error', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
  });

  it('masks what fails outside the graph, and tells by which id it is found', async () => {
    const correlationId = 'c-0123456789';
    const broken = await fetch(`${served.url}/picture`, { headers: { 'x-correlation-id': correlationId } });
    expect([broken.status, await broken.json()]).toEqual([
      500,
      { errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId } }] },
    ]);
    const token = await tokenOf(keys.privateJwk);
    const half = await post({ 'x-cartograph-viewer': token, 'x-correlation-id': correlationId }, '{"query":"{ op');
    expect([half.status, await half.json()]).toEqual([
      400,
      { errors: [{ message: 'This request cannot be read.', extensions: { code: 'BAD_REQUEST', correlationId } }] },
    ]);
  });

  it('hears what fails in a list that was given up already', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const answer = await ask(anonymous, '{ late }');
    await delay(60);
    process.off('unhandledRejection', hear);
    expect(answer.data).toEqual({ late: null });
    expect(unheard).toEqual([]);
  });

  it('times its resolvers where the gateway asks for a trace, and only there', async () => {
    const token = await tokenOf(keys.privateJwk);
    const traceOf = async (headers: Record<string, string>) => {
      const answer = await post(
        { 'x-cartograph-viewer': token, ...headers },
        '{"query":"{ open { hello: greeting } }"}',
      );
      const { data, extensions } = (await answer.json()) as { data: unknown; extensions?: { ftv1?: string } };
      expect(data).toEqual({ open: { hello: 'hello' } });
      return Buffer.from(extensions?.ftv1 ?? '', 'base64').toString('latin1');
    };
    const trace = await traceOf({ 'apollo-federation-include-trace': 'ftv1' });
    // A protobuf, in which names stand as they are: response name, field, parent type and type.
    for (const name of ['hello', 'greeting', 'Open', 'String', 'open', 'Query']) expect(trace).toContain(name);
    expect(await traceOf({})).toBe('');
  });

  it('tells who comes by an idle connection while it drains, rather than cutting them off', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const look = (): Promise<{ status: number | undefined; connection: string | undefined; isReused: boolean }> =>
      new Promise((resolve, reject) => {
        const request = get(`${served.url}/ready`, { agent }, (response) => {
          response.resume();
          const { statusCode, headers } = response;
          resolve({ status: statusCode, connection: headers.connection, isReused: request.reusedSocket });
        });
        request.on('error', reject);
      });
    expect((await look()).status).toBe(200);
    const stopping = served.stop();
    await delay(50);
    expect(await look()).toEqual({ status: 503, connection: 'close', isReused: true });
    await stopping;
  });

  it('is alive without its database but not ready', async () => {
    expect((await fetch(`${served.url}/ready`)).status).toBe(200);
    isDatabaseUp = false;
    expect((await fetch(`${served.url}/ready`)).status).toBe(503);
    expect((await fetch(`${served.url}/health`)).status).toBe(200);
  });

  it('answers what is in flight before it stops', async () => {
    const inFlight = ask(anonymous, '{ slow(ms: 400) }');
    await delay(100);
    const stopping = served.stop();
    expect((await inFlight).data).toEqual({ slow: 'done' });
    await stopping;
    await expect(fetch(`${served.url}/health`)).rejects.toThrow();
  });

  it('does not wait for a client that went away', async () => {
    const abort = new AbortController();
    const given = fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cartograph-viewer': await tokenOf(keys.privateJwk) },
      body: JSON.stringify({ query: '{ slow(ms: 1500) }' }),
      signal: abort.signal,
    });
    await delay(100);
    abort.abort();
    await expect(given).rejects.toThrow();
    const startedAt = performance.now();
    await served.stop();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

const tokenOf = async (privateJwk: Parameters<typeof gatewayClient>[0]['privateJwk']): Promise<string> => {
  const { createViewerSigner } = await import('@cartograph/viewer');
  return createViewerSigner({ privateJwk })(anonymous, 'product');
};
