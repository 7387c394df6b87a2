import type { CartSummary, ProductTile } from './shop-page.ts';

/** What each client's own generated types have in common. */
export type ProductNode = {
  readonly id: string;
  readonly title: string;
  readonly priceRange?: { readonly min: { readonly amount: string; readonly currency: string } } | null | undefined;
  readonly media: readonly { readonly url: string }[];
  readonly variants: readonly { readonly id: string; readonly availableForSale: boolean }[];
};

export type CartNode = {
  readonly total: { readonly amount: string; readonly currency: string };
  readonly lines: readonly { readonly title?: string | null | undefined; readonly quantity: number }[];
};

export const showProduct = ({ id, title, priceRange, media, variants }: ProductNode): ProductTile => ({
  id,
  title,
  price: priceRange ? `from ${priceRange.min.amount} ${priceRange.min.currency}` : null,
  picture: media[0]?.url ?? null,
  variantId: variants.find((variant) => variant.availableForSale)?.id ?? null,
});

export const showCart = ({ total, lines }: CartNode): CartSummary => ({
  total: `${total.amount} ${total.currency}`,
  lines: lines.map((line) => ({ title: line.title ?? 'no longer sold', quantity: line.quantity })),
});
