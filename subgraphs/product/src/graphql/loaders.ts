import DataLoader from 'dataloader';
import type { Category, CategoryId } from '../domain/category.ts';
import type { ProductId } from '../domain/product.ts';
import type { CatalogReads } from '../use-cases/catalog-reads.ts';
import { createProductLoaders } from './product-loaders.ts';
import { manyBy, oneBy } from './row-loaders.ts';

/** The loaders of one request: whatever a query asks for, each kind of row is read by one statement a level at most. */
export const createLoaders = (reads: CatalogReads) => ({
  ...createProductLoaders(reads),
  categoryById: oneBy<CategoryId, Category>(reads.categoriesById, ({ id }) => id),
  categoryBySlug: oneBy<string, Category>(reads.categoriesBySlug, ({ slug }) => slug),
  categoriesOf: manyBy<ProductId, Category>(reads.categoriesOf),
  childrenOf: manyBy<CategoryId, Category>(reads.childrenOf),
  categoryCount: new DataLoader<CategoryId, number>(async (ids) => {
    const counts = await reads.countsOf(ids);
    return ids.map((id) => counts.get(id) ?? 0);
  }),
});

export type Loaders = ReturnType<typeof createLoaders>;
