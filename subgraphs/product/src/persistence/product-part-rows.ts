import { idFromUuid } from '@cartograph/ids';
import { money } from '@cartograph/money';
import type { Price } from '../domain/price.ts';
import type { Product, ProductDetails, ProductOption } from '../domain/product.ts';
import type { ProductPart, ProductWithParts, VariantWithParts } from '../domain/product-parts.ts';
import type { VariantId } from '../domain/product-variant.ts';
import { noStock } from '../domain/stock-level.ts';
import {
  type MediaRow,
  mediaOfProduct,
  type ProductRow,
  productOf,
  type VariantDetailsRow,
  variantDetailsOf,
} from './catalog-rows.ts';

type PriceDocument = { currency: string; amountMinor: string; compareAtMinor: string | null };
type StockDocument = { onHand: number; reserved: number; available: number; version: number };
/** Its details, prices and stock are there when they were asked for; a variant that was never counted has no stock. */
type VariantDocument = { id: string; title: string; active: boolean } & VariantDetailsRow & {
    prices: PriceDocument[];
    stock: StockDocument | null;
  };

/** A product's row with the documents of `partColumns`. */
export type ProductPartsRow = ProductRow & {
  details: Omit<ProductDetails, 'productId'> | null;
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

const stockOf = (document: StockDocument | null, variantId: VariantId) =>
  document === null
    ? noStock(variantId)
    : {
        variantId,
        onHand: document.onHand,
        reserved: document.reserved,
        available: document.available,
        version: document.version,
      };

type Parts = ReadonlySet<ProductPart>;

const variantOfProduct = (document: VariantDocument, product: Product, parts: Parts): VariantWithParts => {
  const id = idFromUuid('variant', document.id);
  const { title, active } = document;
  return {
    variant: { id, productId: product.id, productStatus: product.status, title, active },
    details: parts.has('variantDetails') ? variantDetailsOf(document, id) : undefined,
    prices: parts.has('prices') ? pricesOf(document.prices, id) : undefined,
    stock: parts.has('stock') ? stockOf(document.stock, id) : undefined,
  };
};

/** The domain's product of a row that was read with these parts. */
export const productWithPartsOf = (row: ProductPartsRow, parts: Parts): ProductWithParts => {
  const product = productOf(row);
  return {
    product,
    details: row.details === null ? undefined : { ...row.details, productId: product.id },
    options: row.options ?? undefined,
    media: row.media?.map((picture) => mediaOfProduct(picture, product.id)),
    variants: row.variants?.map((document) => variantOfProduct(document, product, parts)),
  };
};
