import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { type PageRequest, type ProductList, pageOf } from '../domain/product-page.ts';
import type { ProductWithParts } from '../domain/product-parts.ts';
import type { CatalogReads, ReadPage } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { onSale, onSaleBelowRoot, pageColumns, pageEnd, pageOrder, productColumns } from './page-sql.ts';
import { type ProductPartsRow, productWithPartsOf } from './product-part-rows.ts';
import { partColumns } from './product-parts-sql.ts';

/** The lists of products: keyset pages, so that the thousandth page costs what the first does. */
export const createProductPages = (
  prisma: PrismaClient,
): Pick<CatalogReads, 'pageProducts' | 'countProducts' | 'pagesOf' | 'countsOf'> => ({
  pageProducts: async (filter, request, parts) => {
    const page = Prisma.sql`SELECT ${pageColumns} FROM product AS p WHERE ${onSale(filter)} ${pageEnd(request)}`;
    const rows = await prisma.$queryRaw<ProductPartsRow[]>(Prisma.sql`
      SELECT ${productColumns}, ${partColumns(parts)} FROM (${page}) AS p ${pageOrder(request)}`);
    const read = rows.map((row) => productWithPartsOf(row, parts.has('stock')));
    return readPageOf(read, request, { kind: 'filter', filter });
  },

  countProducts: async (filter) => {
    const [row] = await prisma.$queryRaw<{ count: bigint }[]>(
      Prisma.sql`SELECT count(*) FROM product AS p WHERE ${onSale(filter)}`,
    );
    return Number(row?.count ?? 0n);
  },

  pagesOf: async (ids, request, parts) => {
    const rows = await prisma.$queryRaw<(ProductPartsRow & { categoryId: string })[]>(Prisma.sql`
      SELECT root.id AS "categoryId", ${productColumns}, ${partColumns(parts)}
      FROM category AS root CROSS JOIN LATERAL (
        SELECT ${pageColumns} FROM product AS p WHERE ${onSaleBelowRoot} ${pageEnd(request)}
      ) AS p WHERE root.id = ANY (${ids.map(uuidOfId)}::uuid[]) ${pageOrder(request)}`);
    const products = byKey(
      rows,
      (row) => idFromUuid('category', row.categoryId),
      (row) => productWithPartsOf(row, parts.has('stock')),
    );
    return new Map(
      ids.map((id) => [id, readPageOf(products.get(id) ?? [], request, { kind: 'category', categoryId: id })]),
    );
  },

  countsOf: async (ids) => {
    const rows = await prisma.$queryRaw<{ id: string; count: bigint }[]>(Prisma.sql`
      SELECT root.id, (SELECT count(*) FROM product AS p WHERE ${onSaleBelowRoot}) AS count
      FROM category AS root WHERE root.id = ANY (${ids.map(uuidOfId)}::uuid[])`);
    return new Map(rows.map((row) => [idFromUuid('category', row.id), Number(row.count)]));
  },
});

const readPageOf = (read: readonly ProductWithParts[], request: PageRequest, list: ProductList): ReadPage => ({
  page: pageOf(
    read.map(({ product }) => product),
    request,
    list,
  ),
  read,
});
