import { idFromUuid } from '@cartograph/ids';
import type { CurrencyCode } from '@cartograph/money';
import type { Cart, CartStatus } from '../domain/cart.ts';
import { type PricedLine, priceLine, type VariantFacts } from '../domain/price-cart.ts';

export type CartRow = {
  id: string;
  buyerId: string | null;
  guestGeneration: number;
  currency: string;
  status: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const cartOf = (row: CartRow): Cart => ({
  id: idFromUuid('cart', row.id),
  buyerId: row.buyerId === null ? null : idFromUuid('user', row.buyerId),
  guestGeneration: row.guestGeneration,
  currency: row.currency,
  status: row.status as CartStatus,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export type VariantRow = {
  variantId: string;
  productId: string;
  title: string;
  variantTitle: string;
  sku: string | null;
  isActive: boolean;
  prices: unknown;
};

export const factsOf = (row: VariantRow): VariantFacts => ({
  variantId: idFromUuid('variant', row.variantId),
  productId: idFromUuid('product', row.productId),
  title: row.title,
  variantTitle: row.variantTitle,
  sku: row.sku,
  isActive: row.isActive,
  prices: row.prices as VariantFacts['prices'],
});

/** A line of a cart beside what is known of its variant, all null when nothing is. */
export type PricedLineRow = { id: string; cartId: string; quantity: number; variantId: string } & (
  | Omit<VariantRow, 'variantId'>
  | { productId: null }
);

export const pricedLineOf = (row: PricedLineRow, currency: CurrencyCode): PricedLine => {
  const line = {
    id: idFromUuid('cartline', row.id),
    variantId: idFromUuid('variant', row.variantId),
    quantity: row.quantity,
  };
  return priceLine(line, row.productId === null ? null : factsOf(row), currency);
};
