import type { Transaction } from '@cartograph/outbox';
import type { CategoryId, CategoryStep } from '../domain/category.ts';
import type { StockCount, StoredProduct } from '../domain/import/plan-import.ts';
import type { ProductId } from '../domain/product.ts';
import type { ProductState } from '../domain/product-state.ts';
import type { VariantId } from '../domain/product-variant.ts';
import type { ChangedLevel } from '../domain/stock-level.ts';

/** The catalogue as it is changed. */
export type CatalogStore = {
  /** The product with that slug, locked until the transaction ends; null when there is none. */
  readonly lockProduct: (tx: Transaction, slug: string) => Promise<StoredProduct | null>;
  /** The product with that id, or that of the variant with that id, locked in the same way. */
  readonly lockProductOf: (tx: Transaction, id: ProductId | VariantId) => Promise<ProductState | null>;
  /** Those of the SKUs that belong to a product with another slug. */
  readonly takenSkus: (
    tx: Transaction,
    skus: readonly string[],
    slug: string,
  ) => Promise<readonly { sku: string; slug: string }[]>;
  /** The category at the end of a path from the root; steps that are missing are made. */
  readonly categoryAt: (tx: Transaction, path: readonly CategoryStep[]) => Promise<CategoryId>;
  /** Makes the stored product, new or not, exactly this. */
  readonly save: (tx: Transaction, product: ProductState) => Promise<void>;
  /**
   * Sets the pieces on hand, held ones included; begins with 0 where no quantity is given. A count below what is held
   * is not taken. Returns the levels that were set.
   */
  readonly countStock: (tx: Transaction, counts: readonly StockCount[]) => Promise<readonly ChangedLevel[]>;
  readonly isEmpty: (tx: Transaction) => Promise<boolean>;
};
