import type { VariantId } from './product-variant.ts';

/** So many pieces of a variant. */
export type StockLine = { readonly variantId: VariantId; readonly quantity: number };

/** A line that could not be held; `available` is 0 for a variant that is unknown or not for sale. */
export type Shortage = { readonly variantId: VariantId; readonly requested: number; readonly available: number };

/** What is there of one variant and whether it may be sold at all. */
export type ForSale = { readonly variantId: VariantId; readonly available: number; readonly isOnSale: boolean };

/**
 * One line a variant, in the order of the variants' ids: the quantities of lines of one variant are added, so that two
 * of them can't each find the last piece, and everybody locks stock in the same order, so that no two wait in a ring.
 */
export const sumLines = (lines: readonly { variantId: string; quantity: number }[]): StockLine[] => {
  const quantities = new Map<string, number>();
  for (const { variantId, quantity } of lines) quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  return [...quantities]
    .map(([variantId, quantity]) => ({ variantId: variantId as VariantId, quantity }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
};

/** The lines that what is there does not cover; empty when all can be held. */
export const shortagesOf = (lines: readonly StockLine[], levels: readonly ForSale[]): Shortage[] => {
  const byVariant = new Map(levels.map((level) => [level.variantId, level]));
  return lines.flatMap(({ variantId, quantity }) => {
    const level = byVariant.get(variantId);
    const available = level?.isOnSale ? level.available : 0;
    return available >= quantity ? [] : [{ variantId, requested: quantity, available }];
  });
};
