import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogProduct } from './catalog-product.ts';
import { checkCatalogStructure } from './check-catalog-structure.ts';
import { parseCatalog } from './parse-catalog.ts';

describe('the demo catalogue', () => {
  const products: CatalogProduct[] = [];
  const complaints: unknown[] = [];
  beforeAll(async () => {
    const text = readFileSync(new URL('../../../demo/catalogue.csv', import.meta.url), 'utf8');
    const outline = await checkCatalogStructure(text);
    for await (const entry of parseCatalog(text, { currency: 'EUR', exponent: 2, outline })) {
      if (entry.ok) products.push(entry.product);
      complaints.push(...(entry.ok ? entry.warnings : entry.reasons));
    }
  });

  it('is read without a complaint and fills a shop', () => {
    expect(complaints).toEqual([]);
    expect(products.length).toBeGreaterThanOrEqual(64);
    expect(new Set(products.map(({ categoryPath }) => categoryPath[0])).size).toBeGreaterThanOrEqual(4);
    expect(products.filter(({ categoryPath }) => categoryPath.length !== 2)).toEqual([]);
  });

  it('gives every product a description, a picture of its own and every variant a SKU and a price', () => {
    const variants = products.flatMap((product) => product.variants);
    expect(products.filter(({ description, images }) => description.length < 40 || images.length === 0)).toEqual([]);
    expect(products.filter(({ handle, images }) => images[0]?.url !== `/media/${handle}.svg`)).toEqual([]);
    expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
    expect(variants.filter(({ priceMinor, sku }) => priceMinor <= 0n || sku === null)).toEqual([]);
  });

  it('has stock enough to play with, a few variants sold out and a last unit', () => {
    const quantities = products.flatMap((product) => product.variants.map(({ quantity }) => quantity ?? 0));
    const few = quantities.filter((quantity) => quantity < 20);
    expect(few.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1, 1]);
    expect(Math.max(...quantities)).toBeLessThanOrEqual(500);
  });
});
