import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { pageOf } from '../domain/product-page.ts';
import type { CatalogReads } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { type ProductRow, productOf } from './catalog-rows.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { onSale, onSaleBelowRoot, pageEnd, productColumns } from './page-sql.ts';

/** The lists of products: keyset pages, so that the thousandth page costs what the first does. */
export const createProductPages = (
  prisma: PrismaClient,
): Pick<CatalogReads, 'pageProducts' | 'countProducts' | 'pagesOf' | 'countsOf'> => ({
  pageProducts: async (filter, request) => {
    const rows = await prisma.$queryRaw<ProductRow[]>(
      Prisma.sql`SELECT ${productColumns} FROM product AS p WHERE ${onSale(filter)} ${pageEnd(request)}`,
    );
    return pageOf(rows.map(productOf), request, { kind: 'filter', filter });
  },

  countProducts: async (filter) => {
    const [row] = await prisma.$queryRaw<{ count: bigint }[]>(
      Prisma.sql`SELECT count(*) FROM product AS p WHERE ${onSale(filter)}`,
    );
    return Number(row?.count ?? 0n);
  },

  pagesOf: async (ids, request) => {
    const rows = await prisma.$queryRaw<(ProductRow & { categoryId: string })[]>(Prisma.sql`
      SELECT root.id AS "categoryId", page.* FROM category AS root CROSS JOIN LATERAL (
        SELECT ${productColumns} FROM product AS p WHERE ${onSaleBelowRoot} ${pageEnd(request)}
      ) AS page WHERE root.id = ANY (${ids.map(uuidOfId)}::uuid[])`);
    const products = byKey(rows, (row) => idFromUuid('category', row.categoryId), productOf);
    return new Map(
      ids.map((id) => [id, pageOf(products.get(id) ?? [], request, { kind: 'category', categoryId: id })]),
    );
  },

  countsOf: async (ids) => {
    const rows = await prisma.$queryRaw<{ id: string; count: bigint }[]>(Prisma.sql`
      SELECT root.id, (SELECT count(*) FROM product AS p WHERE ${onSaleBelowRoot}) AS count
      FROM category AS root WHERE root.id = ANY (${ids.map(uuidOfId)}::uuid[])`);
    return new Map(rows.map((row) => [idFromUuid('category', row.id), Number(row.count)]));
  },
});
