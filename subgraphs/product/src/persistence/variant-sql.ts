import { Prisma } from './generated/client.ts';

/** What is read of `product_variant AS v` itself. */
export const ownColumnsOfVariant = Prisma.raw(`v.id, v.sku, v.title, v.option_values AS "optionValues", v.active,
  v.barcode, v.weight_grams AS "weightGrams", v.requires_shipping AS "requiresShipping", v.media_id AS "mediaId"`);

/** What is read of `product_variant AS v` beside `product AS p`. */
export const variantColumns = Prisma.sql`${ownColumnsOfVariant}, v.product_id AS "productId", p.status AS "productStatus"`;
