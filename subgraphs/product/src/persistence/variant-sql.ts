import { Prisma } from './generated/client.ts';

/** What is read of `product_variant AS v` when somebody asks. */
export const detailColumnsOfVariant = Prisma.raw(`v.sku, v.option_values AS "optionValues", v.barcode,
  v.weight_grams AS "weightGrams", v.requires_shipping AS "requiresShipping", v.media_id AS "mediaId"`);

/** What is read of a variant that is asked for by itself, beside `product AS p`. */
export const variantColumns = Prisma.sql`v.id, v.title, v.active, ${detailColumnsOfVariant},
  v.product_id AS "productId", p.status AS "productStatus"`;
