import type { Transaction } from '@cartograph/outbox';
import type { ProductFacts, VariantStore } from './ports.ts';

/** Takes over what product says of a product; false when newer facts are known already. */
export const projectProduct =
  ({ variants }: { variants: VariantStore }) =>
  (tx: Transaction, { product, version }: { product: ProductFacts; version: number }): Promise<boolean> =>
    variants.replace(tx, product, version);
