import { newId } from '@cartograph/ids';
import { money } from '@cartograph/money';
import { describe, expect, it } from 'vitest';
import { moveTo, reprice } from './change-product.ts';
import type { ProductState } from './product-state.ts';

const aProduct = (overrides: Partial<ProductState> = {}): ProductState => ({
  id: newId('product'),
  slug: 'mug',
  title: 'Mug',
  description: '',
  vendor: null,
  productType: null,
  tags: [],
  status: 'ACTIVE',
  seoTitle: null,
  seoDescription: null,
  version: 3,
  options: [],
  media: [],
  variants: [],
  categoryIds: [],
  ...overrides,
});
const aVariant = (prices: ProductState['variants'][number]['prices']) => ({
  id: newId('variant'),
  sku: null,
  title: '',
  optionValues: [],
  position: 1,
  active: true,
  taxClass: 'standard',
  barcode: null,
  weightGrams: 0,
  requiresShipping: true,
  mediaId: null,
  prices,
});

describe('a product in the hands of the staff', () => {
  it('goes where its life allows, with a new version, and stays where it is at a second click', () => {
    expect(moveTo(aProduct({ status: 'DRAFT' }), 'ACTIVE')).toMatchObject({
      isChanged: true,
      next: { status: 'ACTIVE', version: 4 },
    });
    const archived = aProduct({ status: 'ARCHIVED' });
    expect(moveTo(archived, 'ARCHIVED')).toEqual({ ok: true, isChanged: false, next: archived });
    expect(moveTo(archived, 'DRAFT')).toEqual({
      ok: false,
      refusals: [{ code: 'PRODUCT_STATUS_REFUSED', status: 'ARCHIVED' }],
    });
  });

  it('costs something else in one currency, and the same as before in the others', () => {
    const dollars = { currency: 'USD', amountMinor: 1_100n, compareAtMinor: null };
    const variant = aVariant([{ currency: 'EUR', amountMinor: 900n, compareAtMinor: null }, dollars]);
    const other = aVariant([{ currency: 'EUR', amountMinor: 900n, compareAtMinor: null }]);
    const product = aProduct({ variants: [variant, other] });
    const change = { variantId: variant.id, price: money(800n, 'EUR'), compareAt: money(900n, 'EUR') };
    const changed = reprice(product, change);
    expect(changed).toMatchObject({ isChanged: true, next: { version: 4 } });
    expect(changed.next.variants).toEqual([
      { ...variant, prices: [{ currency: 'EUR', amountMinor: 800n, compareAtMinor: 900n }, dollars] },
      other,
    ]);
    expect(reprice(changed.next, change)).toEqual({ ok: true, isChanged: false, next: changed.next });
  });
});
