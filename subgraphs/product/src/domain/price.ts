import type { Money } from '@cartograph/money';
import type { VariantId } from './product-variant.ts';

/** What a variant costs in one currency, and the former price when that was higher. */
export type Price = { readonly variantId: VariantId; readonly price: Money; readonly compareAt: Money | null };

/** The lowest and the highest of some prices of one currency; null for none. */
export const priceRange = (prices: readonly Money[]): { min: Money; max: Money } | null => {
  const [first] = prices;
  if (!first) return null;
  const min = prices.reduce((lowest, price) => (price.amountMinor < lowest.amountMinor ? price : lowest), first);
  const max = prices.reduce((highest, price) => (price.amountMinor > highest.amountMinor ? price : highest), first);
  return { min, max };
};
