import type { Money } from '@cartograph/money';
import type { ProductState } from './product-state.ts';
import { canBecome, type ProductStatus } from './product-status.ts';
import type { VariantId } from './product-variant.ts';

/** Why something was not done to a product: an expected outcome, told to whoever asked. */
export type ProductRefusal =
  | { readonly code: 'PRODUCT_NOT_FOUND' }
  | { readonly code: 'PRODUCT_STATUS_REFUSED'; readonly status: ProductStatus }
  | { readonly code: 'VERSION_CONFLICT'; readonly currentVersion: number }
  | { readonly code: 'INVALID_INPUT'; readonly message: string; readonly path: readonly string[] }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

export type ProductRefused = { readonly ok: false; readonly refusals: readonly ProductRefusal[] };
export type ProductChange = { readonly ok: true; readonly next: ProductState; readonly isChanged: boolean };

export const refused = (...refusals: readonly ProductRefusal[]): ProductRefused => ({ ok: false, refusals });

/** The product with another status. One that has it already stays as it is: a second click changes nothing. */
export const moveTo = (product: ProductState, status: ProductStatus): ProductChange | ProductRefused => {
  if (product.status === status) return { ok: true, next: product, isChanged: false };
  if (!canBecome(product.status, status)) return refused({ code: 'PRODUCT_STATUS_REFUSED', status: product.status });
  return { ok: true, next: { ...product, status, version: product.version + 1 }, isChanged: true };
};

/** What a variant is to cost in the currency of `price`; its prices in others stay. */
export type NewPrice = { readonly variantId: VariantId; readonly price: Money; readonly compareAt: Money | null };

/** The product with another price of one of its variants. */
export const reprice = (product: ProductState, { variantId, price, compareAt }: NewPrice): ProductChange => {
  const { currency, amountMinor } = price;
  const compareAtMinor = compareAt?.amountMinor ?? null;
  const variants = product.variants.map((variant) => {
    if (variant.id !== variantId) return variant;
    const others = variant.prices.filter((other) => other.currency !== currency);
    const prices = [...others, { currency, amountMinor, compareAtMinor }];
    return { ...variant, prices: prices.sort((a, b) => (a.currency < b.currency ? -1 : 1)) };
  });
  const before = product.variants
    .find(({ id }) => id === variantId)
    ?.prices.find((other) => other.currency === currency);
  const isChanged = before?.amountMinor !== amountMinor || before.compareAtMinor !== compareAtMinor;
  return { ok: true, isChanged, next: isChanged ? { ...product, variants, version: product.version + 1 } : product };
};
