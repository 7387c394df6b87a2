import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestStudio, type TestStudio } from '@cartograph/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesOfTrace } from './support/read-trace.ts';
import { startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { composeShop, ids, shopSdl } from './support/test-shop.ts';

const changed = composeShop({
  ...shopSdl,
  product: shopSdl.product.replace('broken: String', 'broken: String news: String'),
});
const engines = ['apollo', 'cartograph'];
const client = { 'apollographql-client-name': 'storefront', 'apollographql-client-version': '1.2.3' };

let studio: TestStudio;
let gateway: TestGateway | undefined;
beforeEach(async () => {
  studio = await startTestStudio(composeShop());
});
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
  await studio.stop();
});
const start = async (settings: Record<string, string>): Promise<TestGateway> => {
  gateway = await startTestGateway({ ...studio.settings, ...settings });
  return gateway;
};
const managed = { SUPERGRAPH_SOURCE: 'uplink', SUPERGRAPH_PATH: '/nowhere/supergraph.graphql', NODE_ENV: 'production' };
const hasNews = async (running: TestGateway) => (await running.ask('{ news }')).status === 200;

describe.each(engines)('a graph that Studio composes, by the engine %s', (EXECUTION) => {
  it('is served from Uplink, rolled forward and back without a restart, and outlives a bad one and an outage', async () => {
    const running = await start({ ...managed, EXECUTION });
    expect((await running.ask('{ products { title } }')).data.products).toHaveLength(2);
    studio.launch(changed);
    await until(() => hasNews(running), 'the changed graph');

    studio.launch('type Query { a: String }');
    await until(
      () => running.logged.some(({ msg, level }) => level === 'error' && msg.includes('does not load')),
      'the log line',
    );
    expect(await hasNews(running)).toBe(true);

    studio.break(503);
    const before = studio.polls();
    expect(await hasNews(running)).toBe(true);
    studio.break(null);
    await until(() => studio.polls() > before + 1, 'the uplink to be asked again');
    studio.launch(composeShop());
    await until(async () => !(await hasNews(running)), 'the graph as it was');
    expect(running.logged.filter(({ level }) => level === 'fatal')).toEqual([]);
    expect(JSON.stringify(running.logged)).not.toContain('secret-key');
  });

  it('is rolled forward and back under load without one failed request', async () => {
    const running = await start({ ...managed, EXECUTION });
    let isOver = false;
    const answers = { good: 0, bad: [] as unknown[], versions: new Set<boolean>() };
    const user = async () => {
      while (!isOver) {
        const { status, data, errors } = await running.ask(
          'query Load { products { id title } order(id: "none") { id } }',
        );
        if (status === 200 && !errors && data.products.length === 2) answers.good += 1;
        else answers.bad.push({ status, errors });
      }
    };
    const users = Array.from({ length: 8 }, user);
    for (let roll = 0; roll < 4; roll += 1) {
      const isForward = roll % 2 === 0;
      studio.launch(isForward ? changed : composeShop());
      await until(async () => (await hasNews(running)) === isForward, `roll ${roll}`);
      answers.versions.add(isForward);
      // Each of them under load, however quick the roll was.
      const enough = answers.good + answers.bad.length + 20;
      await until(() => answers.good + answers.bad.length >= enough, 'answers');
    }
    isOver = true;
    await Promise.all(users);
    expect(answers.bad).toEqual([]);
    expect(answers.versions.size).toBe(2);
    expect(answers.good).toBeGreaterThan(50);
  });
});

describe('a start with Uplink', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cartograph-last-good-'));
    path = join(folder, 'supergraph.graphql');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const kept = () => ({ ...managed, UPLINK_LAST_GOOD_PATH: path });
  const says = (running: TestGateway, text: string) =>
    running.logged.some(({ msg, level }) => level === 'warn' && msg.includes(`${text}: the last good supergraph`));

  it('keeps what serves, and serves it while the newest one does not load, and a good one as soon as there is one', async () => {
    const first = await start(kept());
    await until(async () => (await readFile(path, 'utf8').catch(() => '')) === composeShop(), 'the file');
    studio.launch(changed);
    await until(() => hasNews(first), 'the changed graph');
    await until(async () => (await readFile(path, 'utf8')) === changed, 'the changed file');
    studio.launch('type Query { a: String }');
    await until(() => first.logged.some(({ msg }) => msg.includes('does not load')), 'the log line');
    await first.stop();
    gateway = undefined;
    expect(await readFile(path, 'utf8')).toBe(changed);

    for (const EXECUTION of engines) {
      const second = await start({ ...kept(), EXECUTION });
      expect(await hasNews(second)).toBe(true);
      expect(says(second, 'the newest supergraph from Uplink does not load')).toBe(true);
      expect(await readFile(path, 'utf8')).toBe(changed);
      studio.launch(composeShop());
      await until(async () => !(await hasNews(second)), 'the newest graph');
      await until(async () => (await readFile(path, 'utf8')) === composeShop(), 'its file');
      await second.stop();
      gateway = undefined;
      await writeFile(path, changed);
      studio.launch('type Query { a: String }');
    }
  });

  it('serves the last good graph of an earlier run while no uplink can be reached, and the newest one as soon as it can', async () => {
    await writeFile(path, changed);
    studio.break(503);
    const running = await start(kept());
    expect(await hasNews(running)).toBe(true);
    expect(says(running, 'no uplink can be reached')).toBe(true);
    studio.launch(composeShop());
    studio.break(null);
    await until(async () => !(await hasNews(running)), 'the newest graph');
  });

  it('ends with the reason where the newest graph is bad and no other was kept', async () => {
    studio.launch('type Query { a: String }');
    await expect(start({ ...managed, UPLINK_LAST_GOOD_PATH: '/nowhere/supergraph.graphql' })).rejects.toThrow(
      /supergraph/i,
    );
    const polls = studio.polls();
    await sleep(200);
    expect(studio.polls()).toBe(polls);
  });
});

/** The statistics of the one operation of that name. */
const statisticsOf = (name: string) => {
  const found = studio.reports
    .flatMap(({ tracesPerQuery }) => Object.entries(tracesPerQuery))
    .filter(([operation]) => operation.startsWith(`# ${name}\n`));
  expect(found).toHaveLength(1);
  return { signature: found[0]?.[0] ?? '', ...found[0]?.[1] };
};
const order =
  'query Bought($id: ID!) { order(id: $id) { lines { product { title } } } product(id: "secret-literal") { title } }';
const variables = { id: ids.order };
/** Two fetches for one subgraph at once, aliases, the same thing twice, and a field that fails. */
const timed = `query Timed($id: ID!) { a: order(id: $id) { lines { product { title } } } b: order(id: $id) { lines { product { name: title } } }
  product(id: "secret-literal") { title } broken }`;

describe('usage reporting', () => {
  it.each(engines)('tells operations, fields and clients, and no value, by the engine %s', async (EXECUTION) => {
    const running = await start({ STUDIO_USAGE_REPORTING: 'on', EXECUTION });
    const headers = { ...client, 'x-cartograph-guest': await running.signGuestToken(ids.order) };
    for (const _ of [1, 2]) expect((await running.ask(order, { variables, headers })).errors).toBeUndefined();
    await running.ask('query Broken { broken }', { headers: { ...client, 'apollographql-client-name': 'other' } });
    await running.ask('{ nonsense(secret: "secret-nonsense") }');
    await running.stop();
    gateway = undefined;

    const { signature, statsWithContext, trace, referencedFieldsByType } = statisticsOf('Bought');
    expect([statsWithContext].flat()[0]).toMatchObject({
      context: { clientName: 'storefront', clientVersion: '1.2.3' },
      queryLatencyStats: { requestCount: 2, requestsWithErrorsCount: 0 },
    });
    expect(trace).toEqual([]);
    const fields = Object.fromEntries(
      Object.entries(referencedFieldsByType ?? {}).map(([type, { fieldNames }]) => [type, fieldNames?.toSorted()]),
    );
    expect(fields).toEqual({
      Query: ['order', 'product'],
      Order: ['lines'],
      OrderLine: ['product'],
      Product: ['title'],
    });
    expect([statisticsOf('Broken').statsWithContext].flat()[0]).toMatchObject({
      context: { clientName: 'other' },
      queryLatencyStats: { requestCount: 1, requestsWithErrorsCount: 1 },
    });
    expect(signature).toContain('product(id:"")');
    const everything = JSON.stringify(studio.reports.map((report) => report.toJSON()));
    for (const value of [
      ids.order,
      'secret-literal',
      'secret-nonsense',
      'select * from secrets',
      headers['x-cartograph-guest'],
    ])
      expect(everything).not.toContain(value);
    expect(studio.reports[0]?.header).toMatchObject({ graphRef: 'cartograph@test' });
    expect(studio.reportHeaders[0]).toMatchObject({ 'content-encoding': 'gzip' });
    expect(
      [...running.product.seen, ...running.order.seen].filter(
        (seen) => 'apollo-federation-include-trace' in seen.headers,
      ),
    ).toEqual([]);
  });

  it('has the subgraphs time their resolvers only when it is asked to, alike by both engines, and the client sees none of it', async () => {
    const traced: string[][] = [];
    for (const EXECUTION of engines) {
      studio.reports.length = 0;
      const running = await start({ STUDIO_USAGE_REPORTING: 'on', STUDIO_FIELD_TRACES: '1', EXECUTION });
      const headers = { ...client, 'x-cartograph-guest': await running.signGuestToken(ids.order) };
      const answer = await running.ask(timed, { variables, headers });
      expect(answer.data.b.lines[1]).toEqual({ product: { name: 'Table' } });
      expect(answer.text).not.toContain('ftv1');
      await running.ask('mutation Done { checkout(ms: 0) { customer } }', { headers });
      await running.stop();
      gateway = undefined;
      // The gateway's own question, whether the guest's token is revoked, is nobody's operation.
      const ofOperations = running.order.seen.filter(({ viewer }) => viewer.clientId !== 'gateway');
      expect(ofOperations.length).toBeGreaterThan(0);
      for (const { headers: seen } of [...running.product.seen, ...ofOperations])
        expect(seen['apollo-federation-include-trace']).toBe('ftv1');
      // Our engine asks for both at once.
      expect(running.product.seen.length).toBe(EXECUTION === 'apollo' ? 3 : 2);
      const { trace } = statisticsOf('Timed');
      expect(trace).toHaveLength(1);
      traced.push(linesOfTrace(trace?.[0]), linesOfTrace(statisticsOf('Done').trace?.[0]));
      expect(JSON.stringify(studio.reports)).not.toMatch(/select \* from secrets|secret-literal/);
    }
    const [apollo, apolloMutation, own, ownMutation] = traced;
    expect([own, ownMutation]).toEqual([apollo, apolloMutation]);
    expect(own).toContain(
      'beside then beside at b.lines.@.product product: _entities name (title) = Product -> String!',
    );
    expect(own).toContain('beside product: broken = Query -> String failed 1: <masked>');
    expect(ownMutation).toContain('order: checkout = Mutation -> Order');
  });

  it('is off unless it is asked for, whatever variables of Apollo are set', async () => {
    const running = await start({});
    await running.ask('{ products { title } }', { headers: client });
    await running.stop();
    gateway = undefined;
    expect([studio.reports.length, studio.polls()]).toEqual([0, 0]);
  });

  it('disturbs no answer when Studio cannot be reached', async () => {
    const running = await start({ STUDIO_USAGE_REPORTING: 'on', STUDIO_REPORTING_ENDPOINT: 'http://127.0.0.1:9' });
    expect((await running.ask('{ products { title } }')).data.products).toHaveLength(2);
    await running.stop();
    gateway = undefined;
    expect(running.logged.some(({ level, msg }) => level === 'error' && msg.includes('report'))).toBe(true);
  });
});
