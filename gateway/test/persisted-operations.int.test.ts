import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecording } from '@cartograph/client-operations';
import { startMetrics } from '@cartograph/telemetry';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, readAnswer, startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const published = {
  list: 'query List { products { id title } }',
  one: 'query One($id: ID!) { product(id: $id) { title } }',
  pay: 'mutation Pay { checkout(ms: 1) { id } }',
};
const manifest = JSON.stringify({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: Object.entries(published).map(([name, body]) => ({
    id: sha256(body),
    name,
    type: body.startsWith('m') ? 'mutation' : 'query',
    body,
  })),
});
const client = { 'apollographql-client-name': 'storefront', 'apollographql-client-version': '1.2.3' };
const extensions = (id: string) => ({ persistedQuery: { version: 1, sha256Hash: id } });

let folder: string;
let gateway: TestGateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartograph-operations-'));
  await writeFile(join(folder, 'manifest.json'), manifest);
});
let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

const start = async (settings: Record<string, string> = {}) => {
  gateway = await startTestGateway({
    PERSISTED_OPERATIONS_PATHS: JSON.stringify([join(folder, 'manifest.json')]),
    ...settings,
  });
  stop = gateway.stop;
};
const post = async (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  readAnswer(
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...client, ...headers },
      body: JSON.stringify(body),
    }),
  );
const get = async (parameters: Record<string, unknown>): Promise<Answer> => {
  const query = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const headers = { 'apollo-require-preflight': '1', ...client };
  return readAnswer(await fetch(`${gateway.url}/graphql?${new URLSearchParams(query)}`, { headers }));
};
const codeOf = ({ status, errors }: Answer) => [status, errors?.[0]?.extensions['code']];
const asked = () => gateway.product.seen.length + gateway.order.seen.length;

describe('a published operation', () => {
  it.each(['off', 'report', 'enforce'])('is answered by its id alone when the safelist is %s', async (mode) => {
    await start({ SAFELIST_MODE: mode });
    expect((await get({ extensions: extensions(sha256(published.list)) })).data.products).toHaveLength(2);
    const variables = { id: ids.chair };
    expect((await post({ extensions: extensions(sha256(published.one)), variables })).data).toEqual({
      product: { title: 'Chair' },
    });
    expect(gateway.logged.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  it('was planned before the graph serves: nobody who asks for it waits for a plan', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const metrics = await startMetrics({ service: 'gateway', exporter, intervalMs: 60_000 });
    await start({ SAFELIST_MODE: 'report' });
    const variables = { id: ids.chair };
    expect((await post({ extensions: extensions(sha256(published.list)) })).data.products).toHaveLength(2);
    expect((await post({ query: published.one, variables })).data).toEqual({ product: { title: 'Chair' } });
    expect((await post({ query: '{ products { title } }' })).data.products).toHaveLength(2);
    await metrics.stop();
    const plans = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      .filter(({ descriptor }) => descriptor.name === 'cartograph.graphql.plan.duration')
      .flatMap(({ dataPoints }): { attributes: object; value: unknown }[] => dataPoints);
    expect(plans).toMatchObject([
      { attributes: { 'cartograph.plan.when': 'ahead' }, value: { count: 3 } },
      { attributes: { 'cartograph.plan.when': 'asked' }, value: { count: 1 } },
    ]);
  });

  it('that is a mutation is refused by GET, also by its id', async () => {
    await start({ SAFELIST_MODE: 'enforce' });
    expect(codeOf(await get({ extensions: extensions(sha256(published.pay)) }))).toEqual([405, 'BAD_REQUEST']);
    expect(asked()).toBe(0);
  });
});

describe('a manifest that changes', () => {
  it('is in force without a restart; one that cannot be read leaves the one before in force and says why', async () => {
    const path = join(folder, 'changing.json');
    await writeFile(path, manifest);
    const settings = { PERSISTED_OPERATIONS_PATHS: JSON.stringify([path]), PERSISTED_OPERATIONS_RELOAD_MS: '20' };
    await start({ SAFELIST_MODE: 'enforce', ...settings });
    const body = 'query New { products { title } }';
    const isListed = async () => (await post({ extensions: extensions(sha256(body)) })).status === 200;
    expect(await isListed()).toBe(false);

    await writeFile(path, '{ "format": "none" }');
    await until(
      () => gateway.logged.some(({ level, msg }) => level === 'error' && msg.includes('stay in force')),
      'the log',
    );
    expect((await post({ query: published.list })).data.products).toHaveLength(2);

    const operations = [{ id: sha256(body), name: 'New', type: 'query', body }];
    // As it is replaced in a mounted folder: another file in its place.
    await writeFile(`${path}.new`, JSON.stringify({ ...JSON.parse(manifest), operations }));
    await rename(`${path}.new`, path);
    await until(isListed, 'the new operation');
    expect((await post({ query: body })).data.products).toHaveLength(2);
    expect(codeOf(await post({ query: published.list }))).toEqual([400, 'QUERY_NOT_IN_SAFELIST']);
  });
});

describe('an enforced safelist', () => {
  it('refuses any other operation by a code, before it is even parsed, and asks no subgraph', async () => {
    await start({ SAFELIST_MODE: 'enforce' });
    const other = 'query Other { products { id } }';
    expect(codeOf(await post({ query: other }))).toEqual([400, 'QUERY_NOT_IN_SAFELIST']);
    expect(codeOf(await get({ query: other }))).toEqual([400, 'QUERY_NOT_IN_SAFELIST']);
    expect(codeOf(await post({ query: '{ not even GraphQL' }))).toEqual([400, 'QUERY_NOT_IN_SAFELIST']);
    expect(codeOf(await post({ query: '{ __schema { types { name } } }' }))).toEqual([400, 'QUERY_NOT_IN_SAFELIST']);
    expect(codeOf(await post({ extensions: extensions(sha256(other)) }))).toEqual([400, 'PERSISTED_QUERY_NOT_IN_LIST']);
    // As a client registers an automatic persisted query: text and id. Nothing must be left behind by it.
    const registering = { query: other, extensions: extensions(sha256(other)) };
    expect(codeOf(await post(registering))).toEqual([400, 'QUERY_NOT_IN_SAFELIST']);
    expect(codeOf(await post({ extensions: extensions(sha256(other)) }))).toEqual([400, 'PERSISTED_QUERY_NOT_IN_LIST']);
    expect(asked()).toBe(0);
  });

  it.each([
    [
      'in the query string of a POST',
      () =>
        fetch(`${gateway.url}/graphql?query={products{id}}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...client },
          body: '{}',
        }),
    ],
    [
      'twice in the query string',
      () =>
        fetch(`${gateway.url}/graphql?query=${encodeURIComponent(published.list)}&query={broken}`, {
          headers: { 'apollo-require-preflight': '1' },
        }),
    ],
    [
      'behind a published one',
      () =>
        fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: `${published.list} query Other { broken }`, operationName: 'Other' }),
        }),
    ],
    [
      'under the id of a published one',
      () =>
        fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ broken }', extensions: extensions(sha256(published.list)) }),
        }),
    ],
    [
      'among several',
      () =>
        fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify([{ query: '{ broken }' }]),
        }),
    ],
  ])('lets no operation in %s', async (_name, send) => {
    await start({ SAFELIST_MODE: 'enforce' });
    const answer = await readAnswer(await send());
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(asked()).toBe(0);
  });

  it('takes the text of a published operation however it is laid out, and nothing that only begins like it', async () => {
    await start({ SAFELIST_MODE: 'enforce' });
    const laidOut = '# a comment\nquery List {\n  products {\n    id, title\n  }\n}';
    expect((await post({ query: laidOut })).data.products).toHaveLength(2);
    expect(codeOf(await post({ query: 'query List { products { id title title } }' }))).toEqual([
      400,
      'QUERY_NOT_IN_SAFELIST',
    ]);
  });
});

describe('a safelist that only reports', () => {
  it('names each operation that is not published once, with its client and without its text', async () => {
    await start({ SAFELIST_MODE: 'report' });
    const query = `query Whose { product(id: "${ids.chair}") { title } }`;
    for (const _ of [1, 2]) expect((await post({ query })).data.product.title).toBe('Chair');
    const warned = gateway.logged.filter(({ level }) => level === 'warn');
    expect(warned).toHaveLength(1);
    expect(warned[0]).toMatchObject({
      operation: 'Whose',
      id: sha256(query),
      client: { name: 'storefront', version: '1.2.3' },
    });
    expect(JSON.stringify(warned)).not.toContain(ids.chair);
  });
});

describe('an automatic persisted query', () => {
  it('is asked for by id, registered with its text, and from then on answered by id', async () => {
    await start();
    const query = 'query Mine { products { title } }';
    const byId = { extensions: extensions(sha256(query)) };
    expect(codeOf(await get(byId))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect((await post({ query, ...byId })).data.products).toHaveLength(2);
    expect((await get(byId)).data.products).toHaveLength(2);
    expect(codeOf(await post({ query: '{ __typename }', ...byId }))[0]).toBe(400);
  });
});

describe('the recorded operations', () => {
  it('say who sent what how often, without a value, and are written at the latest when the gateway stops', async () => {
    const path = join(folder, 'usage.jsonl');
    await start({ OPERATION_USAGE_PATH: path });
    const variables = { id: ids.table };
    for (const _ of [1, 2]) await post({ extensions: extensions(sha256(published.one)), variables });
    await post({ query: `{ secret: product(id: "${ids.chair}") { title } }` }, { 'apollographql-client-name': 'a\tb' });
    await post({ query: '{ nonsense }' });
    await stop?.();
    stop = undefined;
    const text = await readFile(path, 'utf8');
    expect(text).not.toMatch(new RegExp(`${ids.chair}|${ids.table}|secret|nonsense`));
    const recorded = parseRecording(text, path);
    expect(recorded).toEqual([
      expect.objectContaining({
        clientName: 'storefront',
        clientVersion: '1.2.3',
        operationName: 'One',
        type: 'query',
        count: 2,
      }),
      expect.objectContaining({ clientName: 'unknown', operationName: '', count: 1 }),
    ]);
    expect(recorded[0]?.body).toContain('product(id: $id)');
  });
});
