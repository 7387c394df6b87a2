import type { Category, CategoryId } from '../domain/category.ts';
import type { Media, MediaId } from '../domain/media.ts';
import type { Price } from '../domain/price.ts';
import type { Product, ProductId, ProductOption } from '../domain/product.ts';
import type { PageRequest, ProductFilter, ProductPage } from '../domain/product-page.ts';
import type { ProductVariant, VariantId } from '../domain/product-variant.ts';
import type { StockLevel } from '../domain/stock-level.ts';

/** Rows that belong to one key each. */
export type ByKey<Key extends string, Row> = ReadonlyMap<Key, readonly Row[]>;

/**
 * What the graph reads of the catalogue: each function is one SQL statement for any number of keys. Whatever the
 * status, unless said otherwise: who may see what is judged by those who ask.
 */
export type CatalogReads = {
  productsById(ids: readonly ProductId[]): Promise<readonly Product[]>;
  productsBySlug(slugs: readonly string[]): Promise<readonly Product[]>;
  optionsOf(ids: readonly ProductId[]): Promise<ByKey<ProductId, ProductOption>>;
  mediaOf(ids: readonly ProductId[]): Promise<ByKey<ProductId, Media>>;
  mediaById(ids: readonly MediaId[]): Promise<readonly Media[]>;
  variantsById(ids: readonly VariantId[]): Promise<readonly ProductVariant[]>;
  /** Inactive ones included. */
  variantsOf(ids: readonly ProductId[]): Promise<ByKey<ProductId, ProductVariant>>;
  pricesOf(ids: readonly VariantId[]): Promise<ByKey<VariantId, Price>>;
  stockOf(ids: readonly VariantId[]): Promise<readonly StockLevel[]>;
  categoriesById(ids: readonly CategoryId[]): Promise<readonly Category[]>;
  categoriesBySlug(slugs: readonly string[]): Promise<readonly Category[]>;
  categoriesOf(ids: readonly ProductId[]): Promise<ByKey<ProductId, Category>>;
  rootCategories(): Promise<readonly Category[]>;
  childrenOf(ids: readonly CategoryId[]): Promise<ByKey<CategoryId, Category>>;
  /** ACTIVE ones only. */
  pageProducts(filter: ProductFilter, request: PageRequest): Promise<ProductPage>;
  /** ACTIVE ones only. */
  countProducts(filter: ProductFilter): Promise<number>;
  /** The same page of each category, those below it included; ACTIVE products only. */
  pagesOf(ids: readonly CategoryId[], request: PageRequest): Promise<ReadonlyMap<CategoryId, ProductPage>>;
  /** ACTIVE products of each category, those below it included. */
  countsOf(ids: readonly CategoryId[]): Promise<ReadonlyMap<CategoryId, number>>;
};
