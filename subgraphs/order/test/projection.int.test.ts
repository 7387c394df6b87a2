import type { EventPayload } from '@cartograph/events';
import { type Id, uuidOfId } from '@cartograph/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, aProduct } from './support/events.ts';
import { type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;

beforeAll(async () => {
  graph = await startOrderGraph();
});
afterAll(() => graph.stop());

type Facts = EventPayload<'ProductUpdated'>;

const known = async ({ productId }: Facts) =>
  (
    await graph.pool.query(
      'SELECT title, sku, is_active, prices FROM variant_projection WHERE product_id = $1 ORDER BY sku',
      [uuidOfId(productId as Id<'product'>)],
    )
  ).rows;

describe('the projection of variants', () => {
  it('takes over what product says', async () => {
    const product = aProduct({}, [{ sku: 'A' }, { sku: 'B', active: false, prices: [] }]);
    await graph.receive(anEvent('ProductPublished', product));
    expect(await known(product)).toEqual([
      { title: 'Linen shirt', sku: 'A', is_active: true, prices: { EUR: '1999' } },
      { title: 'Linen shirt', sku: 'B', is_active: false, prices: {} },
    ]);
  });

  it('keeps the newest facts, in whatever order and however often they come', async () => {
    const versions = [1, 2, 3, 4, 5].map((aggregateVersion) => ({
      aggregateVersion,
      title: `Version ${aggregateVersion}`,
    }));
    for (const order of [
      [5, 1, 3],
      [1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1],
      [2, 5, 5, 1],
    ]) {
      const product = aProduct();
      for (const turn of order) {
        const { aggregateVersion, title } = versions[turn - 1] ?? { aggregateVersion: 0, title: '' };
        expect(await graph.receive(anEvent('ProductUpdated', { ...product, title }, { aggregateVersion }))).toEqual({
          kind: 'taken',
        });
      }
      expect(await known(product)).toMatchObject([{ title: 'Version 5' }]);
    }
  });

  it('keeps the newest facts when all come at once', async () => {
    const product = aProduct();
    const facts = Array.from({ length: 20 }, (_, turn) =>
      anEvent('ProductUpdated', { ...product, title: `Version ${turn + 1}` }, { aggregateVersion: turn + 1 }),
    );

    const intakes = await Promise.all(facts.map((fact) => graph.receive(fact)));

    expect(new Set(intakes.map(({ kind }) => kind))).toEqual(new Set(['taken']));
    expect(await known(product)).toMatchObject([{ title: 'Version 20' }]);
  });

  it('no longer sells a variant that is missing in newer facts, nor one of an archived product', async () => {
    const product = aProduct({}, [{ sku: 'A' }, { sku: 'B' }]);
    await graph.receive(anEvent('ProductPublished', product, { aggregateVersion: 1 }));

    await graph.receive(
      anEvent('ProductUpdated', { ...product, variants: product.variants.slice(0, 1) }, { aggregateVersion: 2 }),
    );
    expect((await known(product)).map(({ sku, is_active }) => [sku, is_active])).toEqual([
      ['A', true],
      ['B', false],
    ]);

    await graph.receive(anEvent('ProductArchived', { ...product, status: 'ARCHIVED' }, { aggregateVersion: 3 }));
    expect((await known(product)).map(({ is_active }) => is_active)).toEqual([false, false]);
  });
});
