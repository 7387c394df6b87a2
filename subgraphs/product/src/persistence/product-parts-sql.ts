import type { ProductPart } from '../domain/product-parts.ts';
import { mainLocation } from '../domain/stock-level.ts';
import { Prisma } from './generated/client.ts';
import { detailColumnsOfVariant, ownColumnsOfVariant } from './variant-sql.ts';

const none = Prisma.raw('NULL');

/** Rows as one JSON document, without what they share with what they belong to; an empty list where there are none. */
const documentsOf = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(part), '[]') FROM (${rows}) AS part)`;

/** The details of `product AS p`. */
export const detailColumns = Prisma.raw(`p.description, p.vendor, p.product_type AS "productType", p.tags,
  p.seo_title AS "seoTitle", p.seo_description AS "seoDescription"`);

const details = Prisma.sql`(SELECT row_to_json(detail) FROM (SELECT ${detailColumns}) AS detail)`;

// Amounts travel as text: a JSON number is a float to whoever reads it.
const prices = documentsOf(Prisma.sql`
  SELECT c.currency, c.amount_minor::text AS "amountMinor",
    c.compare_at_minor::text AS "compareAtMinor" FROM price AS c WHERE c.variant_id = v.id`);

const stock = Prisma.sql`(SELECT row_to_json(level) FROM (
  SELECT s.on_hand AS "onHand", s.reserved, s.available, s.version
  FROM stock_level AS s WHERE s.variant_id = v.id AND s.location = ${mainLocation}) AS level)`;

const options = documentsOf(
  Prisma.sql`SELECT o.name, o.values FROM product_option AS o WHERE o.product_id = p.id ORDER BY o.position`,
);

const media = documentsOf(Prisma.sql`
  SELECT m.id, m.url, m.alt, m.position
  FROM media AS m WHERE m.product_id = p.id ORDER BY m.position`);

const variants = (parts: ReadonlySet<ProductPart>) =>
  documentsOf(Prisma.sql`SELECT ${ownColumnsOfVariant}
    ${parts.has('variantDetails') ? Prisma.sql`, ${detailColumnsOfVariant}` : Prisma.empty}
    ${parts.has('prices') ? Prisma.sql`, ${prices} AS prices` : Prisma.empty}
    ${parts.has('stock') ? Prisma.sql`, ${stock} AS stock` : Prisma.empty}
    FROM product_variant AS v WHERE v.product_id = p.id ORDER BY v.active DESC, v.position, v.id`);

/** The columns that bring the parts of `product AS p`, NULL for a part that nobody asked for. */
export const partColumns = (parts: ReadonlySet<ProductPart>): Prisma.Sql => Prisma.sql`
  ${parts.has('details') ? details : none} AS details,
  ${parts.has('options') ? options : none} AS options,
  ${parts.has('media') ? media : none} AS media,
  ${parts.has('variants') ? variants(parts) : none} AS variants`;
