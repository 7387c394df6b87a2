import { type CurrencyCode, type Money, money, multiply, sum } from '@cartograph/money';
import type { CartLine } from './cart.ts';
import type { ProductId, VariantId } from './ids.ts';

/** What we know of a variant from product's events. */
export type VariantFacts = {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string | null;
  readonly isActive: boolean;
  /** Minor units as decimal text, by currency. */
  readonly prices: Readonly<Record<string, string>>;
};

/** A line of a cart with what its variant costs now; `unitPrice` is null while the variant is not for sale. */
export type PricedLine = CartLine & {
  readonly facts: VariantFacts | null;
  readonly unitPrice: Money | null;
  readonly total: Money | null;
};

/** A line that can be ordered. */
export type AvailableLine = PricedLine & {
  readonly facts: VariantFacts;
  readonly unitPrice: Money;
  readonly total: Money;
};

/** The price of one piece in that currency; null when the variant is not for sale, or not in that currency. */
export const priceOf = (facts: VariantFacts | null, currency: CurrencyCode): Money | null => {
  const amountMinor = facts?.isActive ? facts.prices[currency] : undefined;
  return amountMinor === undefined ? null : money(BigInt(amountMinor), currency);
};

/** Prices a line; its total is rounded once, and exact here as quantities are whole. */
export const priceLine = (line: CartLine, facts: VariantFacts | null, currency: CurrencyCode): PricedLine => {
  const unitPrice = priceOf(facts, currency);
  return { ...line, facts, unitPrice, total: unitPrice && multiply(unitPrice, line.quantity) };
};

/** True for a line that is for sale now. */
export const isAvailable = (line: PricedLine): line is AvailableLine =>
  line.facts !== null && line.unitPrice !== null && line.total !== null;

/** The sum of the rounded totals of all lines that are for sale. */
export const totalOf = (lines: readonly PricedLine[], currency: CurrencyCode): Money =>
  sum(
    lines.filter(isAvailable).map((line) => line.total),
    currency,
  );
