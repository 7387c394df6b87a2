import { uuidOfId } from '@cartograph/ids';
import type { PageRequest, ProductFilter } from '../domain/product-page.ts';
import { Prisma } from './generated/client.ts';

/** What is always read of a product. */
export const productColumns = Prisma.raw('p.id, p.slug, p.title, p.status, p.version');

/** The columns of a page from which all that is asked of its products is read. No star: with one, a statement is not prepared. */
export const pageColumns = Prisma.raw(`p.id, p.slug, p.title, p.description, p.vendor, p.product_type, p.tags, p.status,
  p.version, p.seo_title, p.seo_description`);

const categoryMatch = (slug: string) => Prisma.sql`AND p.id IN (
    SELECT pc.product_id FROM product_category AS pc JOIN category AS c ON c.id = pc.category_id
    WHERE c.slug = ${slug} OR c.slug ^@ (${slug}::text || '/'))`;

/** The products of a list: what is on sale and passes the filter. */
export const onSale = ({ search, categorySlug }: ProductFilter): Prisma.Sql => Prisma.sql`p.status = 'ACTIVE'
  ${search === null ? Prisma.empty : Prisma.sql`AND array_to_tsvector(p.search_words) @@ ${search}::tsquery`}
  ${categorySlug === null ? Prisma.empty : categoryMatch(categorySlug)}`;

/** The products on sale in the category `root` of the surrounding statement, or below it. */
export const onSaleBelowRoot = Prisma.sql`p.status = 'ACTIVE' AND EXISTS (
    SELECT 1 FROM product_category AS pc JOIN category AS c ON c.id = pc.category_id
    WHERE pc.product_id = p.id AND (c.id = root.id OR c.slug ^@ (root.slug || '/')))`;

/** The end of a page's statement; one row more than asked for tells whether there are more. */
export const pageEnd = (request: PageRequest): Prisma.Sql => Prisma.sql`
  ${request.after === null ? Prisma.empty : Prisma.sql`AND p.id > ${uuidOfId(request.after)}::uuid`}
  ${request.before === null ? Prisma.empty : Prisma.sql`AND p.id < ${uuidOfId(request.before)}::uuid`}
  ${pageOrder(request)} LIMIT ${request.limit + 1}`;

/** The order in which a page is read. */
export const pageOrder = ({ isFromEnd }: PageRequest): Prisma.Sql =>
  isFromEnd ? Prisma.raw('ORDER BY p.id DESC') : Prisma.raw('ORDER BY p.id ASC');
