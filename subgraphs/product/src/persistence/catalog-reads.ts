import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { SqlExecutor } from '@cartograph/outbox';
import type { ProductDetails } from '../domain/product.ts';
import { mainLocation } from '../domain/stock-level.ts';
import type { CatalogReads, Parts } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { mediaOf, priceOf, variantOf } from './catalog-rows.ts';
import { createCategoryReads } from './category-reads.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { productColumns } from './page-sql.ts';
import { createProductPages } from './product-pages.ts';
import { type ProductPartsRow, productWithPartsOf } from './product-part-rows.ts';
import { detailColumns, partColumns } from './product-parts-sql.ts';
import { runStatement } from './run-statement.ts';
import { variantColumns } from './variant-sql.ts';

/**
 * The catalogue as the graph reads it: each function one statement, whatever the number of keys. Through Prisma, or `db`
 * where it is asked often.
 */
export const createCatalogReads = (prisma: PrismaClient, db: SqlExecutor): CatalogReads => {
  const products = async (where: Prisma.Sql, parts: Parts) => {
    const statement = Prisma.sql`SELECT ${productColumns}, ${partColumns(parts)} FROM product AS p WHERE ${where}`;
    const rows = await runStatement<ProductPartsRow>(db, statement);
    return rows.map((row) => productWithPartsOf(row, parts));
  };
  return {
    ...createProductPages(db),
    ...createCategoryReads(prisma),
    ...createVariantReads(db),
    ...createVariantFacts(prisma),
    productsById: (ids, parts) => products(Prisma.sql`p.id = ANY (${ids.map(uuidOfId)}::uuid[])`, parts),
    productsBySlug: (slugs, parts) => products(Prisma.sql`p.slug = ANY (${slugs})`, parts),
    detailsOf: async (ids) => {
      const where = Prisma.sql`p.id = ANY (${ids.map(uuidOfId)}::uuid[])`;
      const statement = Prisma.sql`SELECT p.id, ${detailColumns} FROM product AS p WHERE ${where}`;
      const rows = await runStatement<Omit<ProductDetails, 'productId'> & { id: string }>(db, statement);
      return rows.map(({ id, ...details }) => ({ ...details, productId: idFromUuid('product', id) }));
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

const createVariantReads = (db: SqlExecutor): Pick<CatalogReads, 'variantsById' | 'variantsOf'> => {
  const variants = async (where: Prisma.Sql) => {
    const statement = Prisma.sql`
      SELECT ${variantColumns} FROM product_variant AS v JOIN product AS p ON p.id = v.product_id
      WHERE ${where} ORDER BY v.product_id, v.active DESC, v.position, v.id`;
    const rows = await runStatement<Parameters<typeof variantOf>[0]>(db, statement);
    return rows.map(variantOf);
  };
  return {
    variantsById: (ids) => variants(Prisma.sql`v.id = ANY (${ids.map(uuidOfId)}::uuid[])`),
    variantsOf: async (ids) => {
      const found = await variants(Prisma.sql`v.product_id = ANY (${ids.map(uuidOfId)}::uuid[])`);
      return byKey(
        found,
        ({ variant }) => variant.productId,
        (variant) => variant,
      );
    },
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
