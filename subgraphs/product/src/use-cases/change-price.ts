import { appendEvent, type Transaction } from '@cartograph/outbox';
import { type NewPrice, type ProductRefused, reprice } from '../domain/change-product.ts';
import { factsOf, type ProductState } from '../domain/product-state.ts';
import type { VariantId } from '../domain/product-variant.ts';
import type { CatalogStore } from './catalog-store.ts';
import { changeProduct, type ProductChanged, type StaffCommand } from './change-product.ts';

export type ChangePrice = StaffCommand & NewPrice;

/** Sets what a variant costs in one currency. Carts are told by the product's own event; orders keep what they agreed to. */
export const changePrice =
  ({ catalog }: { catalog: CatalogStore }) =>
  async (tx: Transaction, command: ChangePrice): Promise<ProductChanged | ProductRefused> => {
    const { reason, expectedVersion, variantId } = command;
    const changed = await changeProduct({ catalog })(tx, {
      action: 'CHANGE_PRICE',
      of: variantId,
      reason,
      expectedVersion,
      plan: (product) => reprice(product, command),
    });
    if (!changed.ok) return changed;
    if (changed.isChanged) await tellPrice(tx, changed.next, variantId);
    return { ok: true, productId: changed.next.id };
  };

/** A draft is the staff's alone: nobody hears of its prices. */
const tellPrice = async (tx: Transaction, product: ProductState, variantId: VariantId): Promise<void> => {
  if (product.status === 'DRAFT') return;
  const prices = factsOf(product).variants.find((variant) => variant.variantId === variantId)?.prices ?? [];
  await appendEvent(tx, {
    name: 'PriceChanged',
    aggregateId: product.id,
    aggregateVersion: product.version,
    data: { productId: product.id, variantId, prices },
  });
};
