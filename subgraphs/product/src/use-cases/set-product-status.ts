import type { Transaction } from '@cartograph/outbox';
import { moveTo, type ProductRefused } from '../domain/change-product.ts';
import type { ProductId } from '../domain/product.ts';
import type { CatalogStore } from './catalog-store.ts';
import { changeProduct, type ProductChanged, type StaffCommand } from './change-product.ts';

export type SetProductStatus = StaffCommand & {
  readonly productId: ProductId;
  readonly status: 'ACTIVE' | 'ARCHIVED';
};

const actions = { ACTIVE: 'PUBLISH_PRODUCT', ARCHIVED: 'ARCHIVE_PRODUCT' } as const;

/** Puts a product on sale, or takes it off. */
export const setProductStatus =
  ({ catalog }: { catalog: CatalogStore }) =>
  async (
    tx: Transaction,
    { productId, status, ...command }: SetProductStatus,
  ): Promise<ProductChanged | ProductRefused> => {
    const change = { ...command, action: actions[status], of: productId };
    const changed = await changeProduct({ catalog })(tx, { ...change, plan: (product) => moveTo(product, status) });
    return changed.ok ? { ok: true, productId } : changed;
  };
