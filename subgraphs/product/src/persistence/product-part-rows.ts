import { money } from '@cartograph/money';
import type { Price } from '../domain/price.ts';
import type { ProductOption } from '../domain/product.ts';
import type { ProductWithParts, VariantWithParts } from '../domain/product-parts.ts';
import type { VariantId } from '../domain/product-variant.ts';
import { noStock } from '../domain/stock-level.ts';
import {
  type MediaRow,
  mediaOfProduct,
  type ProductRow,
  productOf,
  type VariantRow,
  variantOfProduct,
} from './catalog-rows.ts';

type PriceDocument = { currency: string; amountMinor: string; compareAtMinor: string | null };
type StockDocument = { onHand: number; reserved: number; available: number; version: number };
type VariantDocument = Omit<VariantRow, 'productId' | 'productStatus'> & {
  prices: PriceDocument[] | null;
  stock: StockDocument | null;
};

/** A product's row with the documents of `partColumns`. */
export type ProductPartsRow = ProductRow & {
  options: ProductOption[] | null;
  media: Omit<MediaRow, 'productId'>[] | null;
  variants: VariantDocument[] | null;
};

const pricesOf = (documents: readonly PriceDocument[], variantId: VariantId): Price[] =>
  documents.map(({ currency, amountMinor, compareAtMinor }) => ({
    variantId,
    price: money(BigInt(amountMinor), currency),
    compareAt: compareAtMinor === null ? null : money(BigInt(compareAtMinor), currency),
  }));

const stockOf = (document: StockDocument | null, id: VariantId) =>
  document === null ? noStock(id) : { ...document, variantId: id };

/** The domain's product of such a row. `hasStock` tells a variant without stock from one whose stock nobody asked for. */
export const productWithPartsOf = (row: ProductPartsRow, hasStock: boolean): ProductWithParts => {
  const { options, media, variants, ...columns } = row;
  const product = productOf(columns);
  const { id: productId, status: productStatus } = product;
  const variantWithParts = ({ prices, stock, ...document }: VariantDocument): VariantWithParts => {
    const variant = variantOfProduct({ ...document, productStatus }, productId);
    return {
      variant,
      prices: prices === null ? undefined : pricesOf(prices, variant.id),
      stock: hasStock ? stockOf(stock, variant.id) : undefined,
    };
  };
  return {
    product,
    options: options ?? undefined,
    media: media?.map((picture) => mediaOfProduct(picture, productId)),
    variants: variants?.map(variantWithParts),
  };
};
