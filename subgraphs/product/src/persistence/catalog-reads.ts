import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { mainLocation } from '../domain/stock-level.ts';
import type { CatalogReads, Parts } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { mediaOf, priceOf, type VariantRow, variantOf } from './catalog-rows.ts';
import { createCategoryReads } from './category-reads.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { productColumns } from './page-sql.ts';
import { createProductPages } from './product-pages.ts';
import { type ProductPartsRow, productWithPartsOf } from './product-part-rows.ts';
import { partColumns } from './product-parts-sql.ts';
import { variantColumns } from './variant-sql.ts';

/** The catalogue as the graph reads it: each function one statement, whatever the number of keys. */
export const createCatalogReads = (prisma: PrismaClient): CatalogReads => {
  const products = async (where: Prisma.Sql, parts: Parts) => {
    const rows = await prisma.$queryRaw<ProductPartsRow[]>(
      Prisma.sql`SELECT ${productColumns}, ${partColumns(parts)} FROM product AS p WHERE ${where}`,
    );
    return rows.map((row) => productWithPartsOf(row, parts.has('stock')));
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
    productsById: (ids, parts) => products(Prisma.sql`p.id = ANY (${ids.map(uuidOfId)}::uuid[])`, parts),
    productsBySlug: (slugs, parts) => products(Prisma.sql`p.slug = ANY (${slugs})`, parts),
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
