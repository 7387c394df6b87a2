import type { ProductStatus } from './catalog-product.ts';
import {
  barcodeText,
  gramsOf,
  imageAddress,
  oneOf,
  priceWith,
  tagList,
  textUpTo,
  trueOrFalse,
  wholeNumberFrom,
} from './cell-parsers.ts';
import { column } from './column.ts';
import { fieldNames } from './field-names.ts';

const shortText = textUpTo(255);

const optional = (names: readonly string[], limit = 255) => column<string | null>(names, null, textUpTo(limit));

/** What a product's first row says of the product. */
export const productColumns = {
  title: column<string>(fieldNames.title, '', shortText),
  descriptionHtml: column<string>(fieldNames.descriptionHtml, '', textUpTo(512_000)),
  vendor: optional(fieldNames.vendor),
  productType: optional(fieldNames.productType),
  tags: column<string[]>(fieldNames.tags, [], tagList),
  published: column<boolean>(fieldNames.published, true, trueOrFalse),
  // "unlisted" is for sale to who knows the address; a shop without that notion must not list it.
  status: column<ProductStatus | null>(
    fieldNames.status,
    null,
    oneOf<ProductStatus>({ active: 'ACTIVE', draft: 'DRAFT', archived: 'ARCHIVED', unlisted: 'DRAFT' }),
  ),
  giftCard: column<boolean>(fieldNames.giftCard, false, trueOrFalse),
  seoTitle: optional(fieldNames.seoTitle),
  seoDescription: optional(fieldNames.seoDescription, 5_000),
  productCategory: optional(fieldNames.productCategory, 1_000),
  googleCategory: optional(fieldNames.googleCategory, 1_000),
};

/** What each row says of a variant; `exponent` is the number of decimals of the currency. */
export const variantColumns = (exponent: number) => ({
  sku: optional(fieldNames.sku),
  price: column<bigint | null>(fieldNames.price, null, priceWith(exponent)),
  compareAt: column<bigint | null>(fieldNames.compareAt, null, priceWith(exponent)),
  grams: column<number>(fieldNames.grams, 0, gramsOf),
  quantity: column<number | null>(fieldNames.quantity, null, wholeNumberFrom(0)),
  inventoryPolicy: column<'DENY' | 'CONTINUE'>(
    fieldNames.inventoryPolicy,
    'DENY',
    oneOf({ deny: 'DENY', continue: 'CONTINUE' }),
  ),
  barcode: column<string | null>(fieldNames.barcode, null, barcodeText),
  taxable: column<boolean>(fieldNames.taxable, true, trueOrFalse),
  requiresShipping: column<boolean>(fieldNames.requiresShipping, true, trueOrFalse),
  imageUrl: column<string | null>(fieldNames.variantImage, null, imageAddress),
});

/** What any row says of a picture of the product. */
export const imageColumns = {
  url: column<string | null>(fieldNames.imageUrl, null, imageAddress),
  position: column<number | null>(fieldNames.imagePosition, null, wholeNumberFrom(1)),
  alt: optional(fieldNames.imageAlt, 512),
};
