import { idFromUuid, isId, newId, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { CategoryId, CategoryStep } from '../domain/category.ts';
import { searchWords } from '../domain/search-words.ts';
import { mainLocation } from '../domain/stock-level.ts';
import type { CatalogStore } from '../use-cases/catalog-store.ts';
import * as sql from './catalog-sql.ts';
import { rowsOf, type StoredRow, storedProductOf } from './product-rows.ts';
import { type LevelRow, levelOf } from './stock-sql.ts';

/** The catalogue in PostgreSQL: a product is read by one statement and written by another, however many variants it has. */
export const createCatalogStore = (): CatalogStore => ({
  lockProduct: async (tx, slug) => {
    const [row] = await tx.db.$queryRawUnsafe<{ product: StoredRow }[]>(sql.lockProduct, slug, mainLocation);
    return row ? storedProductOf(row.product) : null;
  },

  lockProductOf: async (tx, id) => {
    const statement = isId('product', id) ? sql.lockProductById : sql.lockProductOfVariant;
    const [row] = await tx.db.$queryRawUnsafe<{ product: StoredRow }[]>(statement, uuidOfId(id), mainLocation);
    return row ? storedProductOf(row.product).state : null;
  },

  takenSkus: (tx, skus, slug) =>
    skus.length === 0
      ? Promise.resolve([])
      : tx.db.$queryRawUnsafe<{ sku: string; slug: string }[]>(sql.takenSkus, skus, slug),

  categoryAt,

  save: async (tx, product) => {
    const { title, vendor, productType, tags, description } = product;
    const words = searchWords([title, vendor, productType, ...tags, description]);
    await tx.db.$executeRawUnsafe(sql.saveProduct, JSON.stringify({ ...rowsOf(product), search_words: words }));
  },

  countStock: async (tx, counts) => {
    const ids = counts.map(({ variantId }) => uuidOfId(variantId));
    const quantities = counts.map(({ quantity }) => quantity);
    const rows = await tx.db.$queryRawUnsafe<LevelRow[]>(sql.countStock, ids, quantities, mainLocation);
    return rows.map(levelOf);
  },

  isEmpty: async (tx) => (await tx.db.$queryRawUnsafe<unknown[]>(sql.anyProduct)).length === 0,
});

const categoryAt = async (tx: Transaction, path: readonly CategoryStep[]): Promise<CategoryId> => {
  const slugs = path.map(({ slug }) => slug);
  const find = () => tx.db.$queryRawUnsafe<{ id: string; slug: string }[]>(sql.categoriesBySlug, slugs);
  let found = await find();
  if (found.length < path.length) {
    // From the root down, one statement each: whoever makes the same path waits for us at its first missing step.
    for (const [index, { slug, title }] of path.entries()) {
      await tx.db.$executeRawUnsafe(
        sql.addCategory,
        uuidOfId(newId('category')),
        slug,
        title,
        slugs[index - 1] ?? null,
      );
    }
    found = await find();
  }
  const leaf = found.find(({ slug }) => slug === slugs.at(-1));
  if (!leaf) throw new Error('a category vanished');
  return idFromUuid('category', leaf.id);
};
