import { newId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { CatalogProduct } from '../domain/catalog-csv/catalog-product.ts';
import { categorySteps } from '../domain/category.ts';
import { type ImportPlan, planImport, type StockCount } from '../domain/import/plan-import.ts';
import type { ProductId } from '../domain/product.ts';
import type { ProductStatus } from '../domain/product-status.ts';
import type { CatalogStore } from './catalog-store.ts';
import { tellProduct } from './tell-product.ts';
import { tellStockLevels } from './tell-stock-levels.ts';

export type ProductChange = 'CREATED' | 'UPDATED' | 'UNCHANGED';
export type ProductImport =
  | { readonly ok: true; readonly change: ProductChange; readonly keptStock: readonly StockCount[] }
  | { readonly ok: false; readonly code: 'SKU_TAKEN' | 'STATUS_NOT_ALLOWED'; readonly message: string };

/** A product of a file, and the id it gets if the shop does not have it yet: lists are in the order of ids. */
export type ProductToImport = { readonly product: CatalogProduct; readonly newProductId: ProductId };

const newIds = (newProductId: ProductId) => ({
  product: () => newProductId,
  variant: () => newId('variant'),
  media: () => newId('media'),
});

/**
 * Makes one product of the shop what a file says, and tells what others may know of it. What the file says already
 * changes nothing. `keptStock`: quantities that were not taken because more is held for orders.
 */
export const importProduct =
  ({ catalog }: { catalog: CatalogStore }) =>
  async (tx: Transaction, { product, newProductId }: ProductToImport): Promise<ProductImport> => {
    const stored = await catalog.lockProduct(tx, product.handle);
    const skus = product.variants.flatMap(({ sku }) => sku ?? []);
    const taken = await catalog.takenSkus(tx, skus, product.handle);
    if (taken.length > 0) return { ok: false, code: 'SKU_TAKEN', message: takenMessage(taken) };
    const path = categorySteps(product.categoryPath);
    const categoryIds = path.length > 0 ? [await catalog.categoryAt(tx, path)] : [];
    const plan = planImport(stored, { product, categoryIds, newIds: newIds(newProductId) });
    if (!plan.ok) return { ok: false, code: 'STATUS_NOT_ALLOWED', message: plan.reason };
    return carryOut(catalog, tx, { plan, before: stored?.state.status ?? null });
  };

type GoodPlan = Extract<ImportPlan, { ok: true }>;

const carryOut = async (
  catalog: CatalogStore,
  tx: Transaction,
  { plan, before }: { plan: GoodPlan; before: ProductStatus | null },
): Promise<ProductImport> => {
  const { next, isChanged, counts } = plan;
  if (isChanged) {
    await catalog.save(tx, next);
    await tellProduct(tx, next, before);
  }
  const levels = counts.length > 0 ? await catalog.countStock(tx, counts) : [];
  await tellStockLevels(tx, levels);
  const counted = new Set(levels.map(({ variantId }) => variantId));
  const keptStock = counts.filter(({ variantId }) => !counted.has(variantId));
  if (!isChanged && levels.length === 0) return { ok: true, change: 'UNCHANGED', keptStock };
  return { ok: true, change: before === null ? 'CREATED' : 'UPDATED', keptStock };
};

const takenMessage = (taken: readonly { sku: string; slug: string }[]): string =>
  taken.map(({ sku, slug }) => `the SKU "${sku}" belongs to the product "${slug}" already`).join('; ');
