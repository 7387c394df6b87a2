import type { ProductOption } from '../domain/product.ts';
import type { ProductWithParts, VariantWithParts } from '../domain/product-parts.ts';
import { noStock } from '../domain/stock-level.ts';
import { mediaOf, type ProductRow, priceOf, productOf, type VariantRow, variantOf } from './catalog-rows.ts';

type PriceDocument = { variantId: string; currency: string; amountMinor: string; compareAtMinor: string | null };
type StockDocument = { variantId: string; onHand: number; reserved: number; available: number; version: number };
type VariantDocument = VariantRow & { prices: PriceDocument[] | null; stock: StockDocument | null };

/** A product's row with the documents of `partColumns`. */
export type ProductPartsRow = ProductRow & {
  options: ProductOption[] | null;
  media: Parameters<typeof mediaOf>[0][] | null;
  variants: VariantDocument[] | null;
};

const pricesOf = (documents: readonly PriceDocument[]) =>
  documents.map(({ amountMinor, compareAtMinor, ...price }) =>
    priceOf({
      ...price,
      amountMinor: BigInt(amountMinor),
      compareAtMinor: compareAtMinor === null ? null : BigInt(compareAtMinor),
    }),
  );

const stockOf = (document: StockDocument | null, id: VariantWithParts['variant']['id']) =>
  document === null ? noStock(id) : { ...document, variantId: id };

/** The domain's product of such a row. `hasStock` tells a variant without stock from one whose stock nobody asked for. */
export const productWithPartsOf = (row: ProductPartsRow, hasStock: boolean): ProductWithParts => {
  const { options, media, variants, ...product } = row;
  const variantWithParts = ({ prices, stock, ...document }: VariantDocument): VariantWithParts => {
    const variant = variantOf(document);
    return {
      variant,
      prices: prices === null ? undefined : pricesOf(prices),
      stock: hasStock ? stockOf(stock, variant.id) : undefined,
    };
  };
  return {
    product: productOf(product),
    options: options ?? undefined,
    media: media?.map(mediaOf),
    variants: variants?.map(variantWithParts),
  };
};
