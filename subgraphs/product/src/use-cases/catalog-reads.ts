import type { Category, CategoryId } from '../domain/category.ts';
import type { Media, MediaId } from '../domain/media.ts';
import type { Price } from '../domain/price.ts';
import type { ProductDetails, ProductId, ProductOption } from '../domain/product.ts';
import type { PageRequest, ProductFilter, ProductPage } from '../domain/product-page.ts';
import type { ProductPart, ProductWithParts } from '../domain/product-parts.ts';
import type { ProductVariant, VariantDetails, VariantId } from '../domain/product-variant.ts';
import type { StockLevel } from '../domain/stock-level.ts';

/** Rows that belong to one key each. */
export type ByKey<Key extends string, Row> = ReadonlyMap<Key, readonly Row[]>;

/** Which parts of its products a statement brings along. */
export type Parts = ReadonlySet<ProductPart>;

/** A variant that was asked for by itself. */
export type VariantWithDetails = { readonly variant: ProductVariant; readonly details: VariantDetails };

/** A page, and what was read with its products. */
export type ReadPage = { readonly page: ProductPage; readonly read: readonly ProductWithParts[] };

/**
 * What the graph reads of the catalogue: each function is one SQL statement for any number of keys. Whatever the
 * status, unless said otherwise: who may see what is judged by those who ask.
 */
export type CatalogReads = {
  readonly productsById: (ids: readonly ProductId[], parts: Parts) => Promise<readonly ProductWithParts[]>;
  readonly productsBySlug: (slugs: readonly string[], parts: Parts) => Promise<readonly ProductWithParts[]>;
  readonly detailsOf: (ids: readonly ProductId[]) => Promise<readonly ProductDetails[]>;
  readonly optionsOf: (ids: readonly ProductId[]) => Promise<ByKey<ProductId, ProductOption>>;
  readonly mediaOf: (ids: readonly ProductId[]) => Promise<ByKey<ProductId, Media>>;
  readonly mediaById: (ids: readonly MediaId[]) => Promise<readonly Media[]>;
  readonly variantsById: (ids: readonly VariantId[]) => Promise<readonly VariantWithDetails[]>;
  /** Inactive ones included. */
  readonly variantsOf: (ids: readonly ProductId[]) => Promise<ByKey<ProductId, VariantWithDetails>>;
  readonly pricesOf: (ids: readonly VariantId[]) => Promise<ByKey<VariantId, Price>>;
  readonly stockOf: (ids: readonly VariantId[]) => Promise<readonly StockLevel[]>;
  readonly categoriesById: (ids: readonly CategoryId[]) => Promise<readonly Category[]>;
  readonly categoriesBySlug: (slugs: readonly string[]) => Promise<readonly Category[]>;
  readonly categoriesOf: (ids: readonly ProductId[]) => Promise<ByKey<ProductId, Category>>;
  readonly rootCategories: () => Promise<readonly Category[]>;
  readonly childrenOf: (ids: readonly CategoryId[]) => Promise<ByKey<CategoryId, Category>>;
  /** ACTIVE ones only. */
  readonly pageProducts: (filter: ProductFilter, request: PageRequest, parts: Parts) => Promise<ReadPage>;
  /** ACTIVE ones only. */
  readonly countProducts: (filter: ProductFilter) => Promise<number>;
  /** The same page of each category, those below it included; ACTIVE products only. */
  readonly pagesOf: (
    ids: readonly CategoryId[],
    request: PageRequest,
    parts: Parts,
  ) => Promise<ReadonlyMap<CategoryId, ReadPage>>;
  /** ACTIVE products of each category, those below it included. */
  readonly countsOf: (ids: readonly CategoryId[]) => Promise<ReadonlyMap<CategoryId, number>>;
};
