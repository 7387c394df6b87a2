import type { CacheLookup, CacheQuestion } from '@cartograph/execution';
import { createLogger } from '@cartograph/telemetry';
import { anonymous, type Viewer } from '@cartograph/viewer';
import { describe, expect, it } from 'vitest';
import { createCacheShop } from '../../test/support/cache-shop.ts';
import { composeShop } from '../../test/support/test-shop.ts';
import { readAccess } from '../access/read-access.ts';
import type { EdgeRequest } from '../edge-request.ts';
import { createCache } from './create-cache.ts';
import { holdsEntity, holdsUnnamed, listsEntities, type Purge } from './purge.ts';
import { purgesOf } from './purge-rules.ts';

const { executableSdl, rules } = readAccess(composeShop(createCacheShop().sdl));
const alice: Viewer = { ...anonymous, userId: 'user_alice' };
const bob: Viewer = { ...anonymous, userId: 'user_bob' };

const openCache = ({ maxBytes = 1_000_000 } = {}) => {
  const clock = { nowMs: 1_000_000 };
  const logger = createLogger({ service: 'gateway', level: 'silent' });
  const cache = createCache({ maxBytes, ownChangesMs: 5_000, logger, tell: () => undefined, now: () => clock.nowMs });
  cache.governBy(() => rules);
  const contextOf = (viewer: Viewer) => ({
    viewer,
    areGrantsChecked: true,
    edge: { cacheControls: [] as string[] } as unknown as EdgeRequest,
  });
  const lookUp = (question: CacheQuestion, viewer = anonymous, sdl = executableSdl) =>
    cache.forQuery(contextOf(viewer), sdl)?.lookUp(question) as CacheLookup;
  /** Asks as the execution does; what is missing is answered by that. */
  const ask = (question: CacheQuestion, value: unknown, cacheControl = 'max-age=60, public', viewer = anonymous) => {
    const lookup = lookUp(question, viewer);
    lookup.settle(lookup.missing, { cacheControl, values: lookup.missing.map(() => value) });
  };
  return { cache, clock, lookUp, ask, contextOf };
};

const entity = (id: string, selection = 'title'): CacheQuestion => ({
  subgraph: 'product',
  query: `query Q($representations:[_Any!]!){_entities(representations:$representations){...on Product{${selection}}}}`,
  variables: '{}',
  representations: [JSON.stringify({ __typename: 'Product', id })],
});
const list = (selection = 'id title'): CacheQuestion => ({
  subgraph: 'product',
  query: `{products{${selection}}}`,
  variables: '{}',
  representations: null,
});
const isKnown = (lookup: CacheLookup) => lookup.known.length === 1;
const changed = (id: string): Purge => ({
  tags: [holdsEntity('Product', id), holdsUnnamed('Product'), listsEntities('Product')],
  fields: null,
});

describe('a purge', () => {
  it('takes the entity it names, and every list, and leaves the others', () => {
    const { cache, ask, lookUp } = openCache();
    ask(entity('p1'), { title: 'Chair' });
    ask(entity('p2'), { title: 'Table' });
    ask(list(), { products: [{ id: 'p2', title: 'Table' }] });
    cache.purge(changed('p1'));
    expect([entity('p1'), entity('p2'), list()].map((question) => isKnown(lookUp(question)))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('of single fields leaves what does not tell them, and lists in which others are', () => {
    const { cache, ask, lookUp } = openCache();
    const ofStock = (id: string): Purge => ({
      tags: [holdsEntity('Product', id), holdsUnnamed('Product')],
      fields: ['Product.stock'],
    });
    ask(list('id title'), { products: [{ id: 'p1', title: 'Chair' }] });
    ask(list('id stock'), { products: [{ id: 'p1', stock: 1 }] });
    ask(list('stock'), { products: [{ stock: 1 }] });
    cache.purge(ofStock('p2'));
    const known = () => ['id title', 'id stock', 'stock'].map((fields) => isKnown(lookUp(list(fields))));
    expect(known()).toEqual([true, true, false]);
    cache.purge(ofStock('p1'));
    expect(known()).toEqual([true, false, false]);
  });

  it('keeps what was read before it from being kept after it, and from being joined', async () => {
    const { cache, lookUp } = openCache();
    const early = lookUp(entity('p1'));
    cache.purge(changed('p1'));
    const late = lookUp(entity('p1'));
    expect(late.missing).toEqual([0]);
    early.settle([0], { cacheControl: 'max-age=60, public', values: [{ title: 'old' }] });
    const [joined] = lookUp(entity('p1')).underWay;
    late.settle([0], { cacheControl: 'max-age=60, public', values: [{ title: 'new' }] });
    expect(await joined?.text).toBe('{"title":"new"}');
    expect(lookUp(entity('p1')).known).toEqual([{ index: 0, text: '{"title":"new"}' }]);
  });

  it('follows each event that the gateways hear, and no other', () => {
    const variants = [{ variantId: 'v1' }];
    const [facts] = purgesOf({ name: 'ProductUpdated', data: { productId: 'p1', variants } } as never);
    expect(facts).toMatchObject({ fields: null });
    expect(facts?.tags).toEqual(expect.arrayContaining(['=Product:p1', '[Product]', '=ProductVariant:v1']));
    const prices = purgesOf({ name: 'PriceChanged', data: { productId: 'p1', variantId: 'v1' } } as never);
    expect(prices.flatMap(({ fields }) => fields)).toEqual(
      expect.arrayContaining(['ProductVariant.price', 'Product.priceRange']),
    );
    const [stock] = purgesOf({ name: 'StockLevelChanged', data: { variantId: 'v1' } } as never);
    expect(stock?.tags).toContain('=ProductVariant:v1');
    const stockTags = (data: object) =>
      purgesOf({ name: 'StockLevelChanged', data } as never).flatMap(({ tags }) => tags);
    expect(stockTags({ variantId: 'v1' })).toContain('*Product');
    const ofProduct = stockTags({ variantId: 'v1', productId: 'p1' });
    expect(ofProduct).toEqual(expect.arrayContaining(['=Product:p1', '?Product']));
    expect(ofProduct).not.toContain('*Product');
    expect(purgesOf({ name: 'OrderPlaced', data: {} } as never)).toEqual([]);
  });
});

describe('a thing that is missing', () => {
  it('is fetched once, however many ask, and by the next when nothing came of it', async () => {
    const { lookUp } = openCache();
    const first = lookUp(entity('p1'));
    const others = [1, 2, 3].map(() => lookUp(entity('p1')));
    expect(others.map(({ missing, underWay }) => [missing.length, underWay.length])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    first.settle([0], null);
    expect(await Promise.all(others.flatMap(({ underWay }) => underWay.map(({ text }) => text)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(lookUp(entity('p1')).missing).toEqual([0]);
  });
});

describe('a private answer', () => {
  it('is for nobody else who waits for it, also the first time, when it was not known to be private', async () => {
    const { lookUp } = openCache();
    for (const owner of ['once', 'again']) {
      const ofAlice = lookUp(entity(owner, 'mine'), alice);
      const others = [bob, anonymous].map((viewer) => lookUp(entity(owner, 'mine'), viewer));
      ofAlice.settle([0], { cacheControl: 'max-age=60, private', values: [{ mine: 'alice' }] });
      for (const { known, underWay } of others) {
        expect(known).toEqual([]);
        for (const { text } of underWay) expect(await text).toBeNull();
      }
      expect(lookUp(entity(owner, 'mine'), alice).known).toHaveLength(1);
      expect(lookUp(entity(owner, 'mine'), bob).known).toEqual([]);
    }
  });
});

describe('what is kept', () => {
  it('goes by age; while the subgraph allows it is given away old, and one asks anew', () => {
    const { ask, clock, lookUp } = openCache();
    ask(entity('p1'), { title: 'Chair' });
    ask(entity('p2'), { title: 'Table' }, 'max-age=60, stale-while-revalidate=30, public');
    clock.nowMs += 61_000;
    expect(lookUp(entity('p1')).missing).toEqual([0]);
    const stale = lookUp(entity('p2'));
    expect([stale.known.length, stale.refresh]).toEqual([1, [0]]);
    expect(lookUp(entity('p2')).refresh).toEqual([]);
    stale.settle([0], { cacheControl: 'max-age=60, public', values: [{ title: 'Desk' }] });
    expect(lookUp(entity('p2')).known[0]?.text).toBe('{"title":"Desk"}');
    clock.nowMs += 100_000;
    expect(lookUp(entity('p2')).missing).toEqual([0]);
  });

  it('is not for whoever has just changed something, until the event of it has come', async () => {
    const { cache, ask, clock, contextOf, lookUp } = openCache();
    ask(entity('p1'), { title: 'Chair' });
    ask(entity('p1', 'mine'), { mine: 'alice' }, 'max-age=60, private', alice);
    await cache.mutated(contextOf(alice));
    expect(isKnown(lookUp(entity('p1'), alice))).toBe(false);
    expect(isKnown(lookUp(entity('p1'), bob))).toBe(true);
    clock.nowMs += 5_001;
    expect(isKnown(lookUp(entity('p1'), alice))).toBe(true);
    expect(isKnown(lookUp(entity('p1', 'mine'), alice))).toBe(false);
  });

  it('is told apart by graph, and by the rules of the graph', () => {
    const { cache, ask, lookUp } = openCache();
    ask(entity('p1'), { title: 'Chair' });
    expect(isKnown(lookUp(entity('p1'), anonymous, `${executableSdl}\n`))).toBe(false);
    const fields = new Map([...rules.fields, ['Product.title', [{ kind: 'AUTHENTICATED' as const }]]]);
    cache.governBy(() => ({ ...rules, fields }));
    expect(isKnown(lookUp(entity('p1'), alice))).toBe(false);
  });

  it('is not for a guest of whom nobody can say whether the token still holds', () => {
    const { cache, contextOf } = openCache();
    const guest = contextOf({ ...anonymous, grants: ['cart_1'] });
    expect(cache.forQuery(guest, executableSdl)).not.toBeNull();
    expect(cache.forQuery({ ...guest, areGrantsChecked: false }, executableSdl)).toBeNull();
  });

  it('stays within its bytes, and what is purged leaves nothing behind', () => {
    const { cache, ask, lookUp } = openCache({ maxBytes: 100_000 });
    for (let at = 0; at < 500; at += 1) ask(entity(`p${at}`), { title: 'x'.repeat(1_000) });
    expect(cache.bytes()).toBeLessThanOrEqual(100_000);
    expect(isKnown(lookUp(entity('p0')))).toBe(false);
    expect(isKnown(lookUp(entity('p499')))).toBe(true);
    for (let at = 0; at < 500; at += 1) cache.purge(changed(`p${at}`));
    expect(cache.bytes()).toBe(0);
  });

  it('is nothing of what needs somebody who is signed in, for nobody in particular, whatever the subgraph says', () => {
    const { ask, lookUp } = openCache();
    ask(entity('p1', 'members'), { members: 'alice' }, 'max-age=60, public', alice);
    expect(isKnown(lookUp(entity('p1', 'members')))).toBe(false);
    expect(isKnown(lookUp(entity('p1', 'members'), bob))).toBe(false);
    expect(isKnown(lookUp(entity('p1', 'members'), alice))).toBe(true);
  });
});
