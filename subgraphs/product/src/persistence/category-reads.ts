import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { CatalogReads } from '../use-cases/catalog-reads.ts';
import { byKey } from './by-key.ts';
import { categoryOf } from './catalog-rows.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

type CategoryRow = Parameters<typeof categoryOf>[0];
const byTitle = [{ title: 'asc' }, { id: 'asc' }] as const satisfies Prisma.CategoryOrderByWithRelationInput[];

/** The category tree as the graph reads it. */
export const createCategoryReads = (
  prisma: PrismaClient,
): Pick<CatalogReads, 'categoriesById' | 'categoriesBySlug' | 'categoriesOf' | 'rootCategories' | 'childrenOf'> => {
  const find = async (where: Prisma.CategoryWhereInput) =>
    (await prisma.category.findMany({ where, orderBy: [...byTitle] })).map(categoryOf);
  return {
    categoriesById: (ids) => find({ id: { in: ids.map(uuidOfId) } }),
    categoriesBySlug: (slugs) => find({ slug: { in: [...slugs] } }),
    rootCategories: () => find({ parentId: null }),
    childrenOf: async (ids) => {
      const parents = new Map(ids.map((id) => [uuidOfId(id), id]));
      const children = await prisma.category.findMany({
        where: { parentId: { in: [...parents.keys()] } },
        orderBy: [...byTitle],
      });
      return byKey(children, (row) => idFromUuid('category', row.parentId ?? ''), categoryOf);
    },
    categoriesOf: async (ids) => {
      const rows = await prisma.$queryRaw<(CategoryRow & { productId: string })[]>(Prisma.sql`
        SELECT pc.product_id AS "productId", c.id, c.parent_id AS "parentId", c.slug, c.title
        FROM product_category AS pc JOIN category AS c ON c.id = pc.category_id
        WHERE pc.product_id = ANY (${ids.map(uuidOfId)}::uuid[]) ORDER BY c.slug`);
      return byKey(rows, (row) => idFromUuid('product', row.productId), categoryOf);
    },
  };
};
