import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { mainLocation } from '../domain/stock-level.ts';
import type { CatalogReads } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { mediaOf, type ProductRow, priceOf, productOf, type VariantRow, variantOf } from './catalog-rows.ts';
import { createCategoryReads } from './category-reads.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { productColumns } from './page-sql.ts';
import { createProductPages } from './product-pages.ts';

const variantColumns = Prisma.raw(`v.id, v.product_id AS "productId", p.status AS "productStatus", v.sku, v.title,
  v.option_values AS "optionValues", v.active, v.barcode, v.weight_grams AS "weightGrams",
  v.requires_shipping AS "requiresShipping", v.media_id AS "mediaId"`);

/** The catalogue as the graph reads it: each function one statement, whatever the number of keys. */
export const createCatalogReads = (prisma: PrismaClient): CatalogReads => {
  const products = async (where: Prisma.Sql) => {
    const rows = await prisma.$queryRaw<ProductRow[]>(
      Prisma.sql`SELECT ${productColumns} FROM product AS p WHERE ${where}`,
    );
    return rows.map(productOf);
  };
  const variants = async (where: Prisma.Sql) => {
    const rows = await prisma.$queryRaw<VariantRow[]>(Prisma.sql`
      SELECT ${variantColumns} FROM product_variant AS v JOIN product AS p ON p.id = v.product_id
      WHERE ${where} ORDER BY v.product_id, v.active DESC, v.position, v.id`);
    return rows.map(variantOf);
  };
  return {
    ...createProductPages(prisma),
    ...createCategoryReads(prisma),
    ...createVariantFacts(prisma),
    productsById: (ids) => products(Prisma.sql`p.id = ANY (${ids.map(uuidOfId)}::uuid[])`),
    productsBySlug: (slugs) => products(Prisma.sql`p.slug = ANY (${slugs})`),
    variantsById: (ids) => variants(Prisma.sql`v.id = ANY (${ids.map(uuidOfId)}::uuid[])`),
    variantsOf: async (ids) => {
      const found = await variants(Prisma.sql`v.product_id = ANY (${ids.map(uuidOfId)}::uuid[])`);
      return byKey(
        found,
        (variant) => variant.productId,
        (variant) => variant,
      );
    },
    optionsOf: async (ids) => {
      const where = { productId: { in: ids.map(uuidOfId) } };
      const rows = await prisma.productOption.findMany({ where, orderBy: { position: 'asc' } });
      return byKey(
        rows,
        (row) => idFromUuid('product', row.productId),
        ({ name, values }) => ({ name, values }),
      );
    },
    mediaOf: async (ids) => {
      const where = { productId: { in: ids.map(uuidOfId) } };
      const rows = await prisma.media.findMany({ where, orderBy: { position: 'asc' } });
      return byKey(
        rows.map(mediaOf),
        (media) => media.productId,
        (media) => media,
      );
    },
    mediaById: async (ids) => (await prisma.media.findMany({ where: { id: { in: ids.map(uuidOfId) } } })).map(mediaOf),
  };
};

const createVariantFacts = (prisma: PrismaClient): Pick<CatalogReads, 'pricesOf' | 'stockOf'> => ({
  pricesOf: async (ids) => {
    const rows = await prisma.price.findMany({ where: { variantId: { in: ids.map(uuidOfId) } } });
    return byKey(
      rows.map(priceOf),
      (price) => price.variantId,
      (price) => price,
    );
  },
  stockOf: async (ids) => {
    const where = { variantId: { in: ids.map(uuidOfId) }, location: mainLocation };
    const rows = await prisma.stockLevel.findMany({ where, omit: { location: true, importedQuantity: true } });
    return rows.map((row) => ({ ...row, variantId: idFromUuid('variant', row.variantId) }));
  },
});
