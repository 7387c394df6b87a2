import { idFromUuid } from '@cartograph/ids';
import { money } from '@cartograph/money';
import type { Price } from '../domain/price.ts';
import type { Product } from '../domain/product.ts';
import type { ProductPart, VariantWithParts } from '../domain/product-parts.ts';
import type { VariantId } from '../domain/product-variant.ts';
import { noStock, type StockLevel } from '../domain/stock-level.ts';
import { type VariantDetailsRow, variantDetailsOf } from './catalog-rows.ts';

/** A variant with one of its prices, as `partColumns` brings it. What was not asked for is null, as is what there is not. */
export type VariantEntry = readonly [
  uuid: string,
  title: string,
  active: boolean,
  position: number,
  details: VariantDetailsRow | null,
  currency: string | null,
  amountMinor: string | null,
  compareAtMinor: string | null,
  onHand: number | null,
  reserved: number | null,
  available: number | null,
  version: number | null,
];

/** What is still sold first, then in the shop's order. */
const inOrder = (one: VariantEntry, other: VariantEntry): number => {
  const [id, , isActive, position] = one;
  const [otherId, , isOtherActive, otherPosition] = other;
  return (
    Number(isOtherActive) - Number(isActive) || position - otherPosition || (id < otherId ? -1 : Number(id > otherId))
  );
};

const priceOf = (entry: VariantEntry, variantId: VariantId): Price[] => {
  const [, , , , , currency, amountMinor, compareAtMinor] = entry;
  if (currency === null || amountMinor === null) return [];
  const compareAt = compareAtMinor === null ? null : money(BigInt(compareAtMinor), currency);
  return [{ variantId, price: money(BigInt(amountMinor), currency), compareAt }];
};

const stockOf = (entry: VariantEntry, variantId: VariantId): StockLevel => {
  const [, , , , , , , , onHand, reserved, available, version] = entry;
  const isCounted = onHand !== null && reserved !== null && available !== null && version !== null;
  return isCounted ? { variantId, onHand, reserved, available, version } : noStock(variantId);
};

type Parts = ReadonlySet<ProductPart>;
type Built = VariantWithParts & { readonly prices: Price[] | undefined };

const variantOf = (entry: VariantEntry, product: Product, parts: Parts): Built => {
  const [uuid, title, active, , details] = entry;
  const id = idFromUuid('variant', uuid);
  return {
    variant: { id, productId: product.id, productStatus: product.status, title, active },
    details: details === null ? undefined : variantDetailsOf(details, id),
    prices: parts.has('prices') ? priceOf(entry, id) : undefined,
    stock: parts.has('stock') ? stockOf(entry, id) : undefined,
  };
};

/** The variants of a product, each once with all its prices. Sorts the entries it is given. */
export const variantsOfEntries = (entries: VariantEntry[], product: Product, parts: Parts): VariantWithParts[] => {
  const variants: Built[] = [];
  let before: string | undefined;
  for (const entry of entries.sort(inOrder)) {
    const last = variants.at(-1);
    if (entry[0] === before && last) last.prices?.push(...priceOf(entry, last.variant.id));
    else variants.push(variantOf(entry, product, parts));
    before = entry[0];
  }
  return variants;
};
