import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CacheShop, createCacheShop } from './support/cache-shop.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

let shop: CacheShop;
let gateway: TestGateway;
beforeAll(async () => {
  shop = createCacheShop();
  gateway = await startTestGateway({ CACHE: 'on' }, shop);
});
afterAll(() => gateway.stop());
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
  it('is kept for that viewer alone', async () => {
    const asked = '{ card { owner } }';
    const [alice, bob] = [await bearer('user_alice'), await bearer('user_bob')];
    expect(await fetchesOf(() => gateway.ask(asked, { headers: alice }))).toBe(1);
    expect(await fetchesOf(() => gateway.ask(asked, { headers: alice }))).toBe(0);
    expect((await gateway.ask(asked, { headers: bob })).data.card).toEqual({ owner: 'user_bob' });
    expect((await gateway.ask(asked, { headers: alice })).data.card).toEqual({ owner: 'user_alice' });
    expect(await fetchesOf(() => gateway.ask(asked))).toBe(1);
    expect(await fetchesOf(() => gateway.ask(asked))).toBe(1);
  });
});
