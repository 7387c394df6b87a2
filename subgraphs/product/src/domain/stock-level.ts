import type { ProductId } from './product.ts';
import type { VariantId } from './product-variant.ts';

/** The only location there is so far. */
export const mainLocation = 'main';

/** The pieces of a variant at a location. Always onHand = available + reserved, none of them below 0. */
export type StockLevel = {
  readonly variantId: VariantId;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  /** Counts the changes: the version of the variant's stock in events. */
  readonly version: number;
};

/** A level as it is after a change, and of which product its variant is. */
export type ChangedLevel = StockLevel & { readonly productId: ProductId };

/** The stock of a variant nobody ever counted. */
export const noStock = (variantId: VariantId): StockLevel => ({
  variantId,
  onHand: 0,
  reserved: 0,
  available: 0,
  version: 0,
});

/** What a change of one piece does to each number. The sums of each row are what keeps onHand = available + reserved. */
export const stockMoves = {
  /** Set aside for an order. */
  hold: { onHand: 0, reserved: 1, available: -1 },
  /** A held piece leaves for good. */
  commit: { onHand: -1, reserved: -1, available: 0 },
  /** A held piece is for sale again. */
  free: { onHand: 0, reserved: -1, available: 1 },
  /** A piece that had left comes back. */
  restock: { onHand: 1, reserved: 0, available: 1 },
} as const satisfies Record<string, { onHand: number; reserved: number; available: number }>;

export type StockMove = keyof typeof stockMoves;
