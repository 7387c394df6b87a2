import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProduct, csv } from './support/csv.ts';
import { openShop, type Shop } from './support/open-shop.ts';

const fixtures = new URL('./fixtures/catalog/', import.meta.url);

describe('importing a catalogue', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.close());

  const names = async () => (await shop.events()).map(({ name }) => name);
  const stock = (sku: string) =>
    shop.rows<{ on_hand: number; reserved: number; available: number }>(
      'SELECT on_hand, reserved, available FROM stock_level JOIN product_variant AS v ON v.id = variant_id WHERE v.sku = $1',
      sku,
    );
  const shirt = (size: string, more: Record<string, string | number> = {}) =>
    ({ handle: 'shirt', value: size, sku: `SHIRT-${size}`, price: '20.00', quantity: 4, ...more }) as const;
  const shirts = (...sizes: string[]) =>
    csv([{ title: 'Shirt', option: 'Size', ...shirt('S') }, ...sizes.map((size) => shirt(size))]);

  it('tells of a product that is put on sale whole, with prices in minor units', async () => {
    await shop.importText(shirts('L'));
    const [published, ...levels] = await shop.events();
    expect(published).toMatchObject({
      name: 'ProductPublished',
      aggregate_version: 1,
      data: {
        slug: 'shirt',
        title: 'Shirt',
        status: 'ACTIVE',
        variants: [
          {
            sku: 'SHIRT-S',
            title: 'S',
            taxClass: 'standard',
            active: true,
            prices: [{ currencyCode: 'EUR', amountMinor: '2000' }],
          },
          { sku: 'SHIRT-L', title: 'L', active: true },
        ],
      },
    });
    expect(levels.map(({ name, data }) => [name, data.onHand])).toEqual([
      ['StockLevelChanged', 4],
      ['StockLevelChanged', 4],
    ]);
  });

  it('changes nothing and tells nobody when the same file comes again, whatever was sold since', async () => {
    await shop.importText(shirts('L'));
    await shop.rows('UPDATE stock_level SET on_hand = 1, available = 1');
    const before = await shop.events();
    const tables = () =>
      shop.rows('SELECT p.*, v.* FROM product AS p JOIN product_variant AS v ON v.product_id = p.id ORDER BY v.id');
    const rows = await tables();
    expect(await shop.importText(shirts('L'))).toMatchObject({ created: 0, updated: 0, unchanged: 1, refused: [] });
    expect(await shop.events()).toEqual(before);
    expect(await tables()).toEqual(rows);
    expect(await stock('SHIRT-L')).toEqual([{ on_hand: 1, reserved: 0, available: 1 }]);
  });

  it('leaves every fixture as it is the second time', async () => {
    const files = (await readdir(fixtures)).filter((name) => name.endsWith('.csv')).sort();
    expect(files.length).toBeGreaterThan(10);
    for (const name of files) {
      const text = await readFile(new URL(name, fixtures), 'utf8');
      const first = await shop.importText(text);
      const told = await shop.events();
      const second = await shop.importText(text);
      expect({ name, ...second }).toMatchObject({
        name,
        created: 0,
        updated: 0,
        unchanged: first.created + first.updated + first.unchanged,
      });
      expect(second.refused.map(({ handle, lines }) => [handle, lines])).toEqual(
        first.refused.map(({ handle, lines }) => [handle, lines]),
      );
      expect(await shop.events()).toEqual(told);
    }
  });

  it('keeps variants that are gone from the file, no longer sold, and sells them again when they are back', async () => {
    await shop.importText(shirts('L'));
    await shop.importText(shirts());
    const active = () => shop.rows('SELECT sku, active FROM product_variant ORDER BY sku');
    expect(await active()).toEqual([
      { sku: 'SHIRT-L', active: false },
      { sku: 'SHIRT-S', active: true },
    ]);
    expect((await shop.events()).at(-1)).toMatchObject({ name: 'ProductUpdated', aggregate_version: 2 });
    await shop.importText(shirts('L'));
    expect(await active()).toEqual([
      { sku: 'SHIRT-L', active: true },
      { sku: 'SHIRT-S', active: true },
    ]);
  });

  it('knows a variant by its SKU although its options have other values, even when two change places', async () => {
    await shop.importText(
      csv([{ title: 'Shirt', option: 'Size', ...shirt('S', { sku: 'A' }) }, shirt('L', { sku: 'B' })]),
    );
    const ids = () =>
      shop.rows<{ id: string; sku: string; title: string }>('SELECT id, sku, title FROM product_variant ORDER BY sku');
    const [a, b] = await ids();
    await shop.importText(
      csv([{ title: 'Shirt', option: 'Size', ...shirt('S', { sku: 'B' }) }, shirt('L', { sku: 'A' })]),
    );
    expect(await ids()).toEqual([
      { ...a, title: 'L' },
      { ...b, title: 'S' },
    ]);
  });

  it('knows a variant without a SKU by its option values', async () => {
    const file = (price: string) =>
      csv([{ title: 'Shirt', option: 'Size', ...shirt('S', { sku: '', price }) }, shirt('L', { sku: '' })]);
    await shop.importText(file('20.00'));
    await shop.importText(file('21.00'));
    expect(await shop.rows('SELECT count(*)::int AS count FROM product_variant')).toEqual([{ count: 2 }]);
  });

  it('sets the stock when the file gives another quantity, counting what is held as on hand', async () => {
    const file = (quantity: number) => csv([aProduct({ handle: 'mug', sku: 'MUG', quantity })]);
    await shop.importText(file(5));
    await shop.rows('UPDATE stock_level SET reserved = 2, available = 3');
    expect(await shop.importText(file(9))).toMatchObject({ updated: 1, warned: [] });
    expect(await stock('MUG')).toEqual([{ on_hand: 9, reserved: 2, available: 7 }]);
    const events = await shop.events();
    const told = events.find(({ name }) => name === 'ProductPublished');
    expect(events.at(-1)).toMatchObject({
      name: 'StockLevelChanged',
      data: { productId: told?.data['productId'] ?? 'none', onHand: 9, available: 7 },
    });
  });

  it('does not take a quantity below what is held for orders, and says so', async () => {
    const file = (quantity: number) => csv([aProduct({ handle: 'mug', sku: 'MUG', quantity })]);
    await shop.importText(file(5));
    await shop.rows('UPDATE stock_level SET reserved = 3, available = 2');
    const { warned, refused } = await shop.importText(file(2));
    expect(refused).toEqual([]);
    expect(warned).toMatchObject([{ handle: 'mug', reasons: [{ code: 'STOCK_HELD', line: 2 }] }]);
    expect(await stock('MUG')).toEqual([{ on_hand: 5, reserved: 3, available: 2 }]);
  });

  it('keeps prices in other currencies', async () => {
    await shop.importText(csv([aProduct({ handle: 'mug', price: '10.00' })]));
    await shop.rows(
      "INSERT INTO price (variant_id, currency, amount_minor) SELECT id, 'USD', 1200 FROM product_variant",
    );
    await shop.importText(csv([aProduct({ handle: 'mug', price: '11.00' })]));
    expect((await shop.events()).at(-1)?.data).toMatchObject({
      variants: [
        {
          prices: [
            { currencyCode: 'EUR', amountMinor: '1100' },
            { currencyCode: 'USD', amountMinor: '1200' },
          ],
        },
      ],
    });
  });

  it('tells of a draft only when it goes on sale, and of what leaves the shop', async () => {
    const file = (status: string) => csv([aProduct({ handle: 'mug', status })]);
    await shop.importText(file('draft'));
    expect(await names()).toEqual(['StockLevelChanged']);
    for (const status of ['active', 'archived', 'active']) await shop.importText(file(status));
    expect((await names()).slice(1)).toEqual(['ProductPublished', 'ProductArchived', 'ProductUpdated']);
  });

  it('refuses to hide what has been on sale', async () => {
    await shop.importText(csv([aProduct({ handle: 'mug' })]));
    const { refused } = await shop.importText(csv([aProduct({ handle: 'mug', status: 'draft' })]));
    expect(refused).toMatchObject([{ handle: 'mug', reasons: [{ code: 'STATUS_NOT_ALLOWED' }] }]);
    expect(await shop.rows('SELECT status FROM product')).toEqual([{ status: 'ACTIVE' }]);
  });

  it('refuses a product whose SKU is another product’s, and leaves nothing of it behind', async () => {
    await shop.importText(csv([aProduct({ handle: 'mug', sku: 'MUG', type: 'Kitchen' })]));
    const { refused, created } = await shop.importText(
      csv([aProduct({ handle: 'cup', sku: 'MUG', type: 'Brand new > Category' }), aProduct({ handle: 'bowl' })]),
    );
    expect(created).toBe(1);
    expect(refused).toMatchObject([
      {
        handle: 'cup',
        lines: [2, 2],
        reasons: [{ line: 2, code: 'SKU_TAKEN', message: expect.stringContaining('"mug"') }],
      },
    ]);
    expect(await shop.rows('SELECT slug FROM category')).toEqual([{ slug: 'kitchen' }]);
    expect(await shop.rows("SELECT slug FROM product WHERE slug = 'cup'")).toEqual([]);
  });

  it('makes each category once, though four products ask for it at the same time', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => aProduct({ handle: `p${i}`, type: `A > B${i % 3} > C${i % 5}` }));
    expect(await shop.importText(csv(rows))).toMatchObject({ created: 40, refused: [] });
    const [counts] = await shop.rows('SELECT count(*)::int AS count, count(DISTINCT slug)::int AS slugs FROM category');
    expect(counts).toEqual({ count: 1 + 3 + 15, slugs: 19 });
  });

  it('lists the products in the order of the file', async () => {
    const handles = Array.from({ length: 30 }, (_, i) => `p${i}`);
    await shop.importText(csv(handles.map((handle) => aProduct({ handle }))));
    const stored = await shop.rows<{ slug: string }>('SELECT slug FROM product ORDER BY id');
    expect(stored.map(({ slug }) => slug)).toEqual(handles);
  });

  it('lets two imports of the same file run at once: every product ends once', async () => {
    const text = csv(Array.from({ length: 40 }, (_, i) => aProduct({ handle: `p${i}`, sku: `SKU-${i}` })));
    const [one, other] = await Promise.all([shop.importText(text), shop.importText(text)]);
    expect(one.done + other.done).toBe(80);
    expect(one.created + other.created).toBe(40);
    const clashes = [...one.refused, ...other.refused].flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(clashes.filter((code) => code !== 'CHANGED_MEANWHILE')).toEqual([]);
    expect(await shop.rows('SELECT count(*)::int AS count FROM product')).toEqual([{ count: 40 }]);
  });
});
