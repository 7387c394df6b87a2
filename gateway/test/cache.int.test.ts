import { createLogger } from '@cartograph/telemetry';
import { startRedis, type TestRedis } from '@cartograph/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readGatewayConfig } from '../src/config.ts';
import { createGateway, type Gateway } from '../src/create-gateway.ts';
import { type CacheShop, createCacheShop } from './support/cache-shop.ts';
import { redisProgram } from './support/config.ts';
import { askAt, startTestGateway, type TestGateway } from './support/test-gateway.ts';

let shop: CacheShop;
let gateway: TestGateway;
let uncached: Gateway;
let askUncached: TestGateway['ask'];
/** Another gateway with the same Redis, where there is one. */
let second: Gateway;
let askSecond: TestGateway['ask'];
let redis: TestRedis | undefined;
beforeAll(async () => {
  shop = createCacheShop();
  redis = redisProgram ? await startRedis(redisProgram) : undefined;
  const shared = redis ? { REDIS_URL: redis.url, REDIS_PASSWORD: redis.password } : {};
  gateway = await startTestGateway({ CACHE: 'on', ...shared }, shop);
  [uncached, askUncached] = await startReplica({ CACHE: 'off' });
  [second, askSecond] = await startReplica({});
});
afterAll(async () => {
  await Promise.all([uncached.stop(), second.stop()]);
  await gateway.stop();
  await redis?.stop();
});

const startReplica = async (settings: Record<string, string>): Promise<[Gateway, TestGateway['ask']]> => {
  const logger = createLogger({ service: 'gateway', level: 'silent' });
  const replica = await createGateway({ config: readGatewayConfig({ ...gateway.environment, ...settings }), logger });
  return [replica, askAt(await replica.app.listen({ host: '127.0.0.1', port: 0 }))];
};
beforeEach(() => {
  gateway.product.seen.length = 0;
});

/** How often the product subgraph was asked meanwhile. */
const fetchesOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = gateway.product.seen.length;
  await work();
  return gateway.product.seen.length - before;
};
const bearer = async (userId: string, scope = '') => ({
  authorization: `Bearer ${await gateway.issuer.sign({ claims: { sub: userId, scope } })}`,
});

describe('what may be kept', () => {
  it('is asked for once: a list, and an entity for every operation that selects the same of it', async () => {
    const list = '{ products { id title } }';
    expect(await fetchesOf(() => gateway.ask(list))).toBe(1);
    expect(await fetchesOf(() => gateway.ask(list))).toBe(0);
    expect(await fetchesOf(() => gateway.ask('query Another { products { title id } }'))).toBe(0);

    expect(await fetchesOf(() => gateway.ask('query A($in: String) { bought { price(currency: $in) } }'))).toBe(1);
    const again = await gateway.ask('query B($currency: String) { bought { price(currency: $currency) } }');
    expect(again.data.bought).toEqual([{ price: 'p1 in EUR' }, { price: 'p2 in EUR' }]);
    expect(gateway.product.seen).toHaveLength(2);
  });

  it('is sent as it was written once all of it is known, byte for byte, whatever else is sent along', async () => {
    const query = 'query Written($id: ID!) { product(id: $id) { id title } bought { title } }';
    const texts = [];
    for (const extra of [1, 2, 3, 4]) texts.push((await gateway.ask(query, { variables: { id: 'p1', extra } })).text);
    expect(new Set(texts)).toEqual(
      new Set([
        `${JSON.stringify({ data: { product: { id: 'p1', title: 'Chair' }, bought: [{ title: 'Chair' }, { title: 'Table' }] } })}\n`,
      ]),
    );
    const other = await gateway.ask(query, { variables: { id: 'p2' } });
    expect(other.data.product).toEqual({ id: 'p2', title: 'Table' });
  });

  it('is told apart by arguments', async () => {
    const query = 'query Price($in: String) { bought { price(currency: $in) } }';
    const inPounds = await gateway.ask(query, { variables: { in: 'GBP' } });
    const inDollars = await gateway.ask(query, { variables: { in: 'USD' } });
    expect([inPounds.data.bought[0].price, inDollars.data.bought[0].price]).toEqual(['p1 in GBP', 'p1 in USD']);
  });

  it('is not what says nothing of it, nor what came with an error', async () => {
    expect(await fetchesOf(() => gateway.ask('{ greeting }'))).toBe(1);
    expect(await fetchesOf(() => gateway.ask('{ greeting }'))).toBe(1);

    const flaky = '{ bought { flaky } }';
    await gateway.ask(flaky);
    const again = await gateway.ask(flaky);
    expect(gateway.product.seen).toHaveLength(4);
    expect(again.errors).toMatchObject([{ path: ['bought', 1, 'flaky'] }]);
  });
});

describe('what is one viewer’s', () => {
  it('is kept for that viewer alone, and not for nobody in particular', async () => {
    const asked = '{ card { owner } }';
    const [alice, bob] = [await bearer('user_alice'), await bearer('user_bob')];
    expect(await fetchesOf(() => gateway.ask(asked, { headers: alice }))).toBe(1);
    expect(await fetchesOf(() => gateway.ask(asked, { headers: alice }))).toBe(0);
    expect((await gateway.ask(asked, { headers: bob })).data.card).toEqual({ owner: 'user_bob' });
    expect(await fetchesOf(() => gateway.ask(asked))).toBe(1);
    expect(await fetchesOf(() => gateway.ask(asked))).toBe(1);
  });

  it('is never given to anybody else: with the cache everybody gets what they get without it', async () => {
    shop.titles.set('p3', 'Draft of a lamp');
    const viewers = {
      nobody: {},
      alice: await bearer('user_alice'),
      bob: await bearer('user_bob'),
      merchandiser: await bearer('user_carol', 'product:read:any'),
      support: await bearer('user_dora', 'product:read:any order:read:any'),
      guest: { 'x-cartograph-guest': await gateway.signGuestToken('order_1') },
    };
    // Under a new name each time, so that nothing of it is known yet: neither the answer nor whose it is.
    const operations = [
      (as: string) => `{ ${as}: card { owner } }`,
      (as: string) => `{ ${as}: products { id title } }`,
      (as: string) => `{ products { title ${as}: mine } }`,
      (as: string) => `{ ${as}: product(id: "p3") { title } }`,
      (as: string) => `{ bought { title ${as}: members } }`,
      (as: string) => `{ bought { id cost ${as}: mine } }`,
      (as: string) => `{ greeting product(id: "p1") { ${as}: members price(currency: "EUR") } }`,
    ];
    let runs = 0;
    const who = fc.constantFrom(...(Object.keys(viewers) as (keyof typeof viewers)[]));
    const by = fc.constantFrom(gateway.ask, askSecond);
    const step = fc.record({ who, by, what: fc.constantFrom(...operations) });
    const together = fc.array(step, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(together, { minLength: 1, maxLength: 3 }), async (turns) => {
        runs += 1;
        for (const turn of turns) {
          const pairs = turn.map(async ({ who: name, by: ask, what: write }) => {
            // A name serves two runs: what all of a whole answer is known of is kept as that, and given from then on.
            const what = write(`a${runs >> 1}`);
            const headers = viewers[name];
            const [given, right] = await Promise.all([ask(what, { headers }), askUncached(what, { headers })]);
            expect({ name, what, text: given.text }).toEqual({ name, what, text: right.text });
          });
          await Promise.all(pairs);
        }
      }),
      { numRuns: 10 },
    );
    shop.titles.delete('p3');
  });
});

describe('a query by GET', () => {
  it('may be kept by others as long as its parts have left, whether they were kept here or not', async () => {
    const ask = (query: string) =>
      fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
    const query = '{ products { stock } }';
    expect((await ask(query)).headers.get('cache-control')).toBe('public, max-age=10');
    const again = await ask(query);
    expect(again.headers.get('cache-control')).toMatch(/^public, max-age=(9|8|7)$/);
    expect(again.headers.get('vary')).toContain('authorization');
    const whole = await ask(query);
    expect(whole.headers.get('cache-control')).toMatch(/^public, max-age=(9|8|7)$/);
    expect(whole.headers.get('content-type')).toBe(again.headers.get('content-type'));
    expect([whole.headers.get('etag'), await whole.text()]).toEqual([again.headers.get('etag'), await again.text()]);
    expect((await ask('{ card { owner } }')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a mutation', () => {
  it('is never kept, and its viewer reads what they wrote', async () => {
    const headers = await bearer('user_alice');
    const read = '{ products { id title } }';
    await gateway.ask(read, { headers });
    await gateway.ask('mutation { rename(id: "p1", title: "Stool") }', { headers });
    expect((await gateway.ask(read, { headers })).data.products[0]).toEqual({ id: 'p1', title: 'Stool' });
    expect(await fetchesOf(() => gateway.ask('mutation { rename(id: "p1", title: "Chair") }', { headers }))).toBe(1);
    expect((await gateway.ask(read, { headers })).data.products[0]).toEqual({ id: 'p1', title: 'Chair' });
  });
});

describe.runIf(redisProgram)('a mutation at one of several gateways', () => {
  it('is read by its viewer at once at the others too: what is public, and what is theirs alone', async () => {
    const [erin, frank] = [await bearer('user_erin'), await bearer('user_frank')];
    const read = '{ products { id title } }';
    const titleAt = async (ask: TestGateway['ask'], headers: Record<string, string>) =>
      (await ask(read, { headers })).data.products[0].title;
    for (let turn = 0; turn < 6; turn += 1) {
      const [write, other] = turn % 2 === 0 ? [gateway.ask, askSecond] : [askSecond, gateway.ask];
      const after = `Bench ${turn}`;
      // Kept from now on, for everybody.
      await titleAt(other, frank);
      await write(`mutation { rename(id: "p1", title: "${after}") }`, { headers: erin });
      expect(await titleAt(other, erin)).toBe(after);
    }
    await gateway.ask('mutation { rename(id: "p1", title: "Chair") }', { headers: erin });
  });

  it.each([{ CACHE: 'off' }, { EXECUTION: 'apollo' }])(
    'is read at once at the others too where it was sent to one that keeps nothing, by %o',
    async (settings) => {
      const [erin, frank] = [await bearer('user_erin'), await bearer('user_frank')];
      const [forgetful, write] = await startReplica(settings);
      const titleBy = async (headers: Record<string, string>) =>
        (await askSecond('{ products { id title } }', { headers })).data.products[0].title;
      for (let turn = 0; turn < 3; turn += 1) {
        const after = `Stool ${turn}`;
        await titleBy(frank);
        const { data } = await write(`mutation { rename(id: "p1", title: "${after}") }`, { headers: erin });
        expect(data).toEqual({ rename: after });
        expect(await titleBy(erin)).toBe(after);
      }
      await write('mutation { rename(id: "p1", title: "Chair") }', { headers: erin });
      await forgetful.stop();
    },
  );
});

describe('many who ask at once for what is not there', () => {
  it('cause one fetch, of each thing that somebody needs', async () => {
    const before = gateway.product.seen.length;
    let release: () => void = () => undefined;
    shop.hold.afterReading = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Different operations of different viewers, so that nothing but the cache can share their fetches.
    const headers = await Promise.all(['user_a', 'user_b', 'user_c'].map((id) => bearer(id)));
    const asked = headers.map((one, index) =>
      gateway.ask(`query Q${index} { products { id stock title } }`, { headers: one }),
    );
    await vi.waitFor(() => expect(gateway.product.seen.length).toBeGreaterThan(before));
    release();
    const titles = (await Promise.all(asked)).map(({ data }) => data.products.length);
    expect([titles, gateway.product.seen.length - before]).toEqual([[2, 2, 2], 1]);
  });
});
