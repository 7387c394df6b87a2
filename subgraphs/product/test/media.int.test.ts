import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProduct, csv } from './support/csv.ts';
import { type ProductForTests, startProductForTests } from './support/start-product-for-tests.ts';

describe('the pictures the shop draws itself', () => {
  let shop: ProductForTests;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${shop.graphUrl}${path}`, { headers });

  beforeAll(async () => {
    shop = await startProductForTests();
    await shop.importText(
      csv([
        aProduct({ handle: 'teapot', title: 'Tea <script>alert(1)</script> Pot', type: 'Kitchen' }),
        aProduct({ handle: 'secret', status: 'draft' }),
      ]),
    );
  });
  afterAll(() => shop.stop());

  it('are SVG that may do nothing but draw', async () => {
    const response = await get('/media/teapot.svg');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toContain('max-age=');
    const text = await response.text();
    expect(text).toMatch(/^<svg /);
    expect(text).not.toContain('<script');
  });

  it('come closer on demand', async () => {
    const [front, detail] = [await get('/media/teapot.svg'), await get('/media/teapot.svg?view=detail')];
    expect(await detail.text()).not.toBe(await front.text());
  });

  it('are not sent again to whoever has them', async () => {
    const etag = (await get('/media/teapot.svg')).headers.get('etag') ?? '';
    const again = await get('/media/teapot.svg', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    '/media/nothing.svg',
    '/media/secret.svg',
    '/media/teapot.png',
    '/media/teapot',
    '/media/..%2fconfig.ts',
    '/media/%00.svg',
  ])('are not there for %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
  });
});
