import { connect } from 'node:net';
import { type LimitName, limitTable } from '@cartograph/graph-limits';
import { startMetrics } from '@cartograph/telemetry';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestGateway, type TestGateway, until } from './support/test-gateway.ts';

const settings: Record<(typeof limitTable)[LimitName]['variable'], string> = {
  LIMIT_BODY_BYTES: '20000',
  LIMIT_TOKENS: '300',
  LIMIT_NESTING: '20',
  LIMIT_DEPTH: '4',
  LIMIT_FIELDS: '40',
  LIMIT_ALIASES: '5',
  LIMIT_ROOT_FIELDS: '6',
  LIMIT_REPEATS: '10',
  LIMIT_DIRECTIVES: '6',
  LIMIT_VARIABLE_BYTES: '1000',
  LIMIT_VARIABLE_DEPTH: '6',
  LIMIT_COST: '25',
  LIMIT_CONCURRENCY: '2',
  LIMIT_VIEWER_REQUESTS: '1',
  LIMIT_MACHINE_REQUESTS: '1',
  LIMIT_ADDRESS_REQUESTS: '1',
  LIMIT_REQUEST_MS: '400',
  LIMIT_IDLE_MS: '60000',
  LIMIT_OPERATION_MS: '700',
};

const times = (many: number, text: (index: number) => string): string =>
  Array.from({ length: many }, (_, index) => text(index)).join(' ');

describe('each limit of the table', () => {
  let gateway: TestGateway;
  /** Waits long for a request, and for nothing else. */
  let impatient: TestGateway;
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  let metrics: Awaited<ReturnType<typeof startMetrics>>;
  beforeAll(async () => {
    metrics = await startMetrics({ service: 'gateway', exporter, intervalMs: 60_000 });
    gateway = await startTestGateway({ ...settings, TRUSTED_PROXY_HOPS: '1' });
    impatient = await startTestGateway({ LIMIT_IDLE_MS: '300' });
  });
  afterAll(() => Promise.all([gateway.stop(), impatient.stop()]));

  const ask = (query: string, options: Parameters<TestGateway['ask']>[1] = {}) => gateway.ask(query, options);
  const twiceFrom = async (headers: Record<string, string>): Promise<Answer> => {
    await ask('{ __typename }', { headers });
    return ask('{ __typename }', { headers });
  };
  const token = async (claims: Record<string, unknown>) => ({
    'x-forwarded-for': '203.0.113.1',
    authorization: `Bearer ${await gateway.issuer.sign({ claims })}`,
  });
  /** What comes over a connection of its own until it is closed. */
  const heardAfter = async (sent: string, { url } = gateway): Promise<string> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
    });
    socket.write(sent);
    await until(() => socket.destroyed, 'the connection ends');
    return heard;
  };
  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

  /** What does not keep the limit, and how it is answered. A new limit without a line here does not compile. */
  const provoked: Record<LimitName, () => Promise<Answer | string>> = {
    bodyBytes: () => ask(`{ products { id } } #${'x'.repeat(30_000)}`),
    tokens: () => ask(`{ products { ${times(400, () => 'id')} } }`),
    nesting: () => ask(`{ a(b: ${'['.repeat(30)}${']'.repeat(30)}) }`),
    depth: () => ask('{ order(id: "x") { lines { product { title { no } } } } }'),
    fields: () =>
      ask(
        `{ products { ...F ...G } } fragment F on Product { ${times(30, (n) => `f${n}`)} } fragment G on Product { ${times(30, (n) => `g${n}`)} }`,
      ),
    aliases: () => ask(`{ products { ${times(6, (n) => `a${n}: id`)} } }`),
    rootFields: () => ask(`{ ${times(7, (n) => `f${n}`)} }`),
    repeats: () => ask(`{ products { ${times(12, () => 'id')} } }`),
    directives: () => ask(`{ products { id ${times(7, () => '@include(if: true)')} } }`),
    variableBytes: () => ask('{ __typename }', { variables: { a: 'x'.repeat(2_000) } }),
    variableDepth: () => ask('{ __typename }', { variables: { a: [[[[[[[[1]]]]]]]] } }),
    cost: () => ask('{ a: products { id } b: products { id } c: products { id } }'),
    concurrency: async () => {
      const before = gateway.product.seen.length;
      const waiting = [ask('{ slow(ms: 300) }'), ask('{ slow(ms: 301) }')];
      await until(() => gateway.product.seen.length === before + 2, 'both are with the subgraph');
      const refused = await ask('{ __typename }');
      await Promise.all(waiting);
      return refused;
    },
    viewerRequests: async () => twiceFrom(await token({ sub: 'user_ada' })),
    machineRequests: async () => twiceFrom(await token({ sub: 'importer', client_id: 'importer' })),
    addressRequests: () => twiceFrom({ 'x-forwarded-for': '203.0.113.2' }),
    requestMs: () => heardAfter(`${head}content-length: 100\r\n\r\n{`),
    // An operation that is waited for: on this connection nothing moves meanwhile.
    idleMs: () => heardAfter(`${head}content-length: 30\r\n\r\n{"query":"{ slow(ms: 2000) }"}`, impatient),
    operationMs: () => ask('{ slow(ms: 5000) }'),
  };

  const names = Object.keys(limitTable) as LimitName[];
  it.each(names)(
    'is kept, with its own code: %s',
    async (name) => {
      const { code, status } = limitTable[name];
      const answer = await provoked[name]();
      if (typeof answer === 'string')
        return expect(answer).toMatch(status === 0 ? /^$/ : new RegExp(`^HTTP/1.1 ${status} .*"code":"${code}"`, 's'));
      expect({ status: answer.status, code: answer.errors?.[0]?.extensions['code'] }).toEqual({ status, code });
    },
    20_000,
  );

  it('is counted, and so is what operations could cost and did', async () => {
    await ask('query Listed { products { id } }');
    await ask('query Refused { a: products { id } b: products { id } c: products { id } }');
    await until(
      () => gateway.logged.some(({ msg }) => msg.startsWith('there is more to do')),
      'what is told once a second',
    );
    await metrics.stop();
    const counted = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      .filter(({ descriptor }) => descriptor.name === 'cartograph.gateway.refusals')
      .flatMap(({ dataPoints }): { attributes: Record<string, unknown> }[] => dataPoints)
      .map(({ attributes }) => attributes['error.type']);
    const codes = names.map((name) => (limitTable[name].status === 0 ? 'IDLE_CONNECTION' : limitTable[name].code));
    expect(new Set(counted)).toEqual(new Set(codes));
    const costs = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      .filter(({ descriptor }) => descriptor.name === 'cartograph.graphql.operation.cost')
      .flatMap(({ dataPoints }): { attributes: Record<string, unknown>; value: unknown }[] => dataPoints)
      .filter(({ attributes }) => ['Listed', 'Refused'].includes(String(attributes['graphql.operation.name'])))
      .map(({ attributes, value }) => [
        attributes['graphql.operation.name'],
        attributes['cartograph.cost.kind'],
        (value as { count: number; sum: number }).count,
        (value as { count: number; sum: number }).sum,
      ]);
    // A list is taken to hold ten, and holds two. What was refused has cost nothing.
    expect(costs.toSorted((one, other) => one.join().localeCompare(other.join()))).toEqual([
      ['Listed', 'actual', 1, 2],
      ['Listed', 'static', 1, 10],
      ['Refused', 'static', 1, 30],
    ]);
  });
});
