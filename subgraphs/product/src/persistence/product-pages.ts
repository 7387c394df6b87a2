import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { SqlExecutor } from '@cartograph/outbox';
import { type PageRequest, type ProductList, pageOf } from '../domain/product-page.ts';
import type { ProductWithParts } from '../domain/product-parts.ts';
import type { CatalogReads, ReadPage } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { Prisma } from './generated/client.ts';
import { onSale, onSaleBelowRoot, pageColumns, pageEnd, pageOrder, productColumns } from './page-sql.ts';
import { type ProductPartsRow, productWithPartsOf } from './product-part-rows.ts';
import { partColumns } from './product-parts-sql.ts';
import { runStatement } from './run-statement.ts';

/** The lists of products: keyset pages, so that the thousandth page costs what the first does. */
export const createProductPages = (
  db: SqlExecutor,
): Pick<CatalogReads, 'pageProducts' | 'countProducts' | 'pagesOf' | 'countsOf'> => ({
  pageProducts: async (filter, request, parts) => {
    const page = Prisma.sql`SELECT ${pageColumns} FROM product AS p WHERE ${onSale(filter)} ${pageEnd(request)}`;
    const statement = Prisma.sql`
      SELECT ${productColumns}, ${partColumns(parts)} FROM (${page}) AS p ${pageOrder(request)}`;
    const rows = await runStatement<ProductPartsRow>(db, statement);
    const read = rows.map((row) => productWithPartsOf(row, parts));
    return readPageOf(read, request, { kind: 'filter', filter });
  },

  countProducts: async (filter) => {
    const statement = Prisma.sql`SELECT count(*) FROM product AS p WHERE ${onSale(filter)}`;
    const [row] = await runStatement<{ count: bigint }>(db, statement);
    return Number(row?.count ?? 0n);
  },

  pagesOf: async (ids, request, parts) => {
    const statement = Prisma.sql`
      SELECT root.id AS "categoryId", ${productColumns}, ${partColumns(parts)}
      FROM category AS root CROSS JOIN LATERAL (
        SELECT ${pageColumns} FROM product AS p WHERE ${onSaleBelowRoot} ${pageEnd(request)}
      ) AS p WHERE root.id = ANY (${ids.map(uuidOfId)}::uuid[]) ${pageOrder(request)}`;
    const rows = await runStatement<ProductPartsRow & { categoryId: string }>(db, statement);
    const products = byKey(
      rows,
      (row) => idFromUuid('category', row.categoryId),
      (row) => productWithPartsOf(row, parts),
    );
    return new Map(
      ids.map((id) => [id, readPageOf(products.get(id) ?? [], request, { kind: 'category', categoryId: id })]),
    );
  },

  countsOf: async (ids) => {
    const statement = Prisma.sql`
      SELECT root.id, (SELECT count(*) FROM product AS p WHERE ${onSaleBelowRoot}) AS count
      FROM category AS root WHERE root.id = ANY (${ids.map(uuidOfId)}::uuid[])`;
    const rows = await runStatement<{ id: string; count: bigint }>(db, statement);
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
