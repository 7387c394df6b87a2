import { newId } from '@cartograph/ids';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { CatalogProduct } from '../domain/catalog-csv/catalog-product.ts';
import { categorySteps } from '../domain/category.ts';
import { planImport, type StockCount } from '../domain/import/plan-import.ts';
import { eventOf, factsOf } from '../domain/product-state.ts';
import type { CatalogStore } from './catalog-store.ts';
import { tellStockLevels } from './tell-stock-levels.ts';

export type ProductImport =
  | {
      readonly ok: true;
      readonly change: 'CREATED' | 'UPDATED' | 'UNCHANGED';
      readonly keptStock: readonly StockCount[];
    }
  | { readonly ok: false; readonly code: 'SKU_TAKEN' | 'STATUS_NOT_ALLOWED'; readonly message: string };

const newIds = {
  product: () => newId('product'),
  variant: () => newId('variant'),
  media: () => newId('media'),
};

/**
 * Makes one product of the shop what a file says, and tells what others may know of it. What the file says already
 * changes nothing. `keptStock`: quantities that were not taken because more is held for orders.
 */
export const importProduct =
  ({ catalog }: { catalog: CatalogStore }) =>
  async (tx: Transaction, product: CatalogProduct): Promise<ProductImport> => {
    const stored = await catalog.lockProduct(tx, product.handle);
    const taken = await catalog.takenSkus(
      tx,
      product.variants.flatMap(({ sku }) => sku ?? []),
      product.handle,
    );
    if (taken.length > 0) return { ok: false, code: 'SKU_TAKEN', message: takenMessage(taken) };
    const path = categorySteps(product.categoryPath);
    const categoryIds = path.length > 0 ? [await catalog.categoryAt(tx, path)] : [];
    const plan = planImport(stored, { product, categoryIds, newIds });
    if (!plan.ok) return { ok: false, code: 'STATUS_NOT_ALLOWED', message: plan.reason };
    const { next, isChanged, counts } = plan;
    if (isChanged) {
      await catalog.save(tx, next);
      const name = eventOf(stored?.state.status ?? null, next.status);
      const data = factsOf(next);
      if (name) await appendEvent(tx, { name, aggregateId: next.id, aggregateVersion: next.version, data });
    }
    const levels = counts.length > 0 ? await catalog.countStock(tx, counts) : [];
    await tellStockLevels(tx, levels);
    const counted = new Set(levels.map(({ variantId }) => variantId));
    const keptStock = counts.filter(({ variantId }) => !counted.has(variantId));
    const isUnchanged = !isChanged && levels.length === 0;
    return { ok: true, change: isUnchanged ? 'UNCHANGED' : stored ? 'UPDATED' : 'CREATED', keptStock };
  };

const takenMessage = (taken: readonly { sku: string; slug: string }[]): string =>
  taken.map(({ sku, slug }) => `the SKU "${sku}" belongs to the product "${slug}" already`).join('; ');
