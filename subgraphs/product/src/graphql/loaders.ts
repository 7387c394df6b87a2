import DataLoader from 'dataloader';
import type { CategoryId } from '../domain/category.ts';
import type { PageRequest, ProductPage } from '../domain/product-page.ts';
import type { VariantId } from '../domain/product-variant.ts';
import { noStock, type StockLevel } from '../domain/stock-level.ts';
import type { ByKey, CatalogReads } from '../use-cases/catalog-reads.ts';

/** Finds one row by its key; null for a key nothing has. */
const oneBy = <Key extends string, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
) =>
  new DataLoader<Key, Row | null>(async (keys) => {
    const byKey = new Map((await read(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });

/** Finds the rows that belong to a key; none for a key nothing belongs to. */
const manyBy = <Key extends string, Row>(read: (keys: readonly Key[]) => Promise<ByKey<Key, Row>>) =>
  new DataLoader<Key, readonly Row[]>(async (keys) => {
    const byKey = await read(keys);
    return keys.map((key) => byKey.get(key) ?? []);
  });

const stockBy = (reads: CatalogReads) =>
  new DataLoader<VariantId, StockLevel>(async (ids) => {
    const levels = new Map((await reads.stockOf(ids)).map((level) => [level.variantId, level]));
    return ids.map((id) => levels.get(id) ?? noStock(id));
  });

export type CategoryPageKey = { readonly categoryId: CategoryId; readonly request: PageRequest };

/** Categories that are asked for the same page are read by one statement. */
const pagesBy = (reads: CatalogReads) =>
  new DataLoader<CategoryPageKey, ProductPage | null, string>(
    async (keys) => {
      const groups = Map.groupBy(keys, ({ request }) => JSON.stringify(request));
      const pages = new Map<string, ProductPage>();
      const readGroup = async ([text, group]: [string, CategoryPageKey[]]) => {
        const [first] = group;
        if (!first) return;
        const ids = group.map(({ categoryId }) => categoryId);
        for (const [id, page] of await reads.pagesOf(ids, first.request)) pages.set(id + text, page);
      };
      await Promise.all([...groups].map(readGroup));
      return keys.map(({ categoryId, request }) => pages.get(categoryId + JSON.stringify(request)) ?? null);
    },
    { cacheKeyFn: ({ categoryId, request }) => categoryId + JSON.stringify(request) },
  );

/** The loaders of one request: whatever a query asks for, each kind of row is read by one statement a level. */
export const createLoaders = (reads: CatalogReads) => ({
  productById: oneBy(reads.productsById, ({ id }) => id),
  productBySlug: oneBy<string, Awaited<ReturnType<CatalogReads['productsBySlug']>>[number]>(
    reads.productsBySlug,
    ({ slug }) => slug,
  ),
  optionsOf: manyBy(reads.optionsOf),
  mediaOf: manyBy(reads.mediaOf),
  mediaById: oneBy(reads.mediaById, ({ id }) => id),
  variantById: oneBy(reads.variantsById, ({ id }) => id),
  variantsOf: manyBy(reads.variantsOf),
  pricesOf: manyBy(reads.pricesOf),
  stockOf: stockBy(reads),
  categoryById: oneBy(reads.categoriesById, ({ id }) => id),
  categoryBySlug: oneBy<string, Awaited<ReturnType<CatalogReads['categoriesBySlug']>>[number]>(
    reads.categoriesBySlug,
    ({ slug }) => slug,
  ),
  categoriesOf: manyBy(reads.categoriesOf),
  childrenOf: manyBy(reads.childrenOf),
  categoryPage: pagesBy(reads),
  categoryCount: new DataLoader<CategoryId, number>(async (ids) => {
    const counts = await reads.countsOf(ids);
    return ids.map((id) => counts.get(id) ?? 0);
  }),
});

export type Loaders = ReturnType<typeof createLoaders>;
