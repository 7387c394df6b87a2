import { newId } from '@cartograph/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogProduct, CatalogVariant } from '../catalog-csv/catalog-product.ts';
import { planImport, type StoredProduct } from './plan-import.ts';

const aVariant = (more: Partial<CatalogVariant> = {}): CatalogVariant => ({
  sku: null,
  optionValues: [],
  priceMinor: 1_000n,
  compareAtMinor: null,
  grams: 0,
  quantity: 5,
  inventoryPolicy: 'DENY',
  barcode: null,
  taxable: true,
  requiresShipping: true,
  imageUrl: null,
  lines: [2, 2],
  ...more,
});

const aProduct = (more: Partial<CatalogProduct> = {}): CatalogProduct => ({
  handle: 'mug',
  title: 'Mug',
  descriptionHtml: '',
  description: '',
  vendor: null,
  productType: null,
  tags: [],
  published: true,
  status: 'ACTIVE',
  options: [],
  variants: [aVariant()],
  images: [],
  seo: { title: null, description: null },
  categoryPath: [],
  giftCard: false,
  currency: 'EUR',
  ...more,
});

const newIds = { product: () => newId('product'), variant: () => newId('variant'), media: () => newId('media') };

const plan = (stored: StoredProduct | null, product: CatalogProduct) => {
  const made = planImport(stored, { product, categoryIds: [], newIds });
  if (!made.ok) throw new Error(made.reason);
  return made;
};

/** What is stored once a plan is carried out. */
const carriedOut = ({ next, counts }: ReturnType<typeof plan>): StoredProduct => ({
  state: next,
  importedQuantities: new Map(counts.map(({ variantId, quantity }) => [variantId, quantity])),
});

describe('the plan of an import', () => {
  it('gives a picture that only a variant has to the product as well', () => {
    const images = [{ url: '/a.svg', position: 1, alt: 'A' }];
    const { next } = plan(null, aProduct({ images, variants: [aVariant({ imageUrl: '/b.svg' })] }));
    expect(next.media.map(({ url, position }) => [url, position])).toEqual([
      ['/a.svg', 1],
      ['/b.svg', 2],
    ]);
    expect(next.variants[0]?.mediaId).toBe(next.media[1]?.id);
  });

  it('begins the stock with nothing when the file gives no quantity, and then leaves it', () => {
    const silent = aProduct({ variants: [aVariant({ quantity: null })] });
    const first = plan(null, silent);
    expect(first.counts.map(({ quantity }) => quantity)).toEqual([null]);
    expect(plan(carriedOut(first), silent).counts).toEqual([]);
  });

  it('counts only what the file gives anew', () => {
    const first = plan(null, aProduct());
    const counted = plan(carriedOut(first), aProduct({ variants: [aVariant({ quantity: 9 })] }));
    expect([counted.isChanged, counted.counts.map(({ quantity }) => quantity)]).toEqual([false, [9]]);
  });

  it('takes the tax class from whether the variant is taxed', () => {
    const { next } = plan(
      null,
      aProduct({ variants: [aVariant(), aVariant({ taxable: false, optionValues: ['B'] })] }),
    );
    expect(next.variants.map(({ taxClass }) => taxClass)).toEqual(['standard', 'exempt']);
  });

  it('changes nothing when it is made again, keeps every id, and loses no variant', () => {
    const variant = fc
      .record({
        sku: fc.option(fc.constantFrom('A', 'B', 'C', 'D')),
        value: fc.constantFrom('S', 'M', 'L'),
        price: fc.nat(99),
      })
      .map(({ sku, value, price }) => aVariant({ sku, optionValues: [value], priceMinor: BigInt(price) }));
    const product = fc
      .uniqueArray(variant, { minLength: 1, maxLength: 3, selector: ({ optionValues }) => optionValues[0] })
      .filter((variants) => {
        const skus = variants.flatMap(({ sku }) => sku ?? []);
        return new Set(skus).size === skus.length;
      })
      .map((variants) => aProduct({ options: [{ name: 'Size', values: ['S', 'M', 'L'] }], variants }));
    fc.assert(
      fc.property(product, product, (one, other) => {
        const first = plan(null, one);
        const second = plan(carriedOut(first), other);
        const again = plan(
          { ...carriedOut(second), importedQuantities: new Map(second.next.variants.map(({ id }) => [id, 5])) },
          other,
        );
        expect([again.isChanged, again.counts]).toEqual([false, []]);
        const ids = second.next.variants.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(first.next.variants.map(({ id }) => id)));
        expect(new Set(ids).size).toBe(ids.length);
        expect(second.next.variants.filter(({ active }) => active)).toHaveLength(other.variants.length);
        expect(second.next.version).toBe(second.isChanged ? 2 : 1);
      }),
    );
  });
});
