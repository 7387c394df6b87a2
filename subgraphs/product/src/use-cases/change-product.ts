import { appendAuditEntry } from '@cartograph/audit';
import type { Transaction } from '@cartograph/outbox';
import { type ProductChange, type ProductRefused, refused } from '../domain/change-product.ts';
import type { ProductId } from '../domain/product.ts';
import type { ProductState } from '../domain/product-state.ts';
import type { VariantId } from '../domain/product-variant.ts';
import type { CatalogStore } from './catalog-store.ts';
import { tellProduct } from './tell-product.ts';

/** What the staff says of every change: to what, why, and of which version they think. */
export type StaffCommand = {
  readonly reason: string;
  /** Null to change whatever there is. */
  readonly expectedVersion: number | null;
};

export type ProductChanged = { readonly ok: true; readonly productId: ProductId };

type Change = StaffCommand & {
  readonly action: 'PUBLISH_PRODUCT' | 'ARCHIVE_PRODUCT' | 'CHANGE_PRICE';
  readonly of: ProductId | VariantId;
  readonly plan: (product: ProductState) => ProductChange | ProductRefused;
};

/**
 * Changes a product for the staff, with an audit entry and an event. What is so already changes nothing, and leaves
 * neither. Answers the product before and after, too, for what else is to be told.
 */
export const changeProduct =
  ({ catalog }: { catalog: CatalogStore }) =>
  async (
    tx: Transaction,
    { action, of, plan, reason, expectedVersion }: Change,
  ): Promise<ProductChange | ProductRefused> => {
    const product = await catalog.lockProductOf(tx, of);
    if (!product) return refused({ code: 'PRODUCT_NOT_FOUND' });
    if (expectedVersion !== null && expectedVersion !== product.version)
      return refused({ code: 'VERSION_CONFLICT', currentVersion: product.version });
    const planned = plan(product);
    if (!planned.ok || !planned.isChanged) return planned;
    await catalog.save(tx, planned.next);
    await tellProduct(tx, planned.next, product.status);
    await appendAuditEntry(tx, { action, subjectId: of, customerId: null, reason });
    return planned;
  };
