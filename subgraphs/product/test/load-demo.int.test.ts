import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './support/open-shop.ts';

const program = fileURLToPath(new URL('../src/load-demo.ts', import.meta.url));

describe('the demo catalogue', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const load = () => promisify(execFile)(process.execPath, [program], { env: { DATABASE_URL: shop.url } });
  const products = async () =>
    (await shop.rows<{ count: number }>('SELECT count(*)::int AS count FROM product'))[0]?.count;

  it('fills an empty shop, and leaves one with products alone', async () => {
    await load();
    const loaded = await products();
    expect(loaded).toBeGreaterThanOrEqual(60);
    const told = (await shop.events()).length;
    await shop.rows("UPDATE product SET title = 'Mine' WHERE slug = (SELECT min(slug) FROM product)");
    await load();
    expect(await products()).toBe(loaded);
    expect((await shop.events()).length).toBe(told);
    expect(await shop.rows("SELECT count(*)::int AS count FROM product WHERE title = 'Mine'")).toEqual([{ count: 1 }]);
  });
});
