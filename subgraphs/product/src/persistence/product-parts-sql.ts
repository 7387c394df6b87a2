import type { ProductPart } from '../domain/product-parts.ts';
import { mainLocation } from '../domain/stock-level.ts';
import { Prisma } from './generated/client.ts';
import { detailColumnsOfVariant } from './variant-sql.ts';

const none = Prisma.raw('NULL');

/** Rows as one JSON document, without what they share with what they belong to; an empty list where there are none. */
const documentsOf = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(part), '[]') FROM (${rows}) AS part)`;

/** The details of `product AS p`. */
export const detailColumns = Prisma.raw(`p.description, p.vendor, p.product_type AS "productType", p.tags,
  p.seo_title AS "seoTitle", p.seo_description AS "seoDescription"`);

const details = Prisma.sql`(SELECT row_to_json(detail) FROM (SELECT ${detailColumns}) AS detail)`;

const options = documentsOf(
  Prisma.sql`SELECT o.name, o.values FROM product_option AS o WHERE o.product_id = p.id ORDER BY o.position`,
);

/**
 * Rows as one JSON document of lists without names, in whatever order: names are most of such a document, and who reads it
 * sorts a handful of rows in less time than PostgreSQL needs to begin with it.
 */
const entriesOf = (values: Prisma.Sql, rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(json_build_array(${values})), '[]') FROM ${rows})`;

// As MediaEntry has it.
const media = entriesOf(
  Prisma.raw('m.id, m.url, m.alt, m.position'),
  Prisma.raw('media AS m WHERE m.product_id = p.id'),
);

const variantDetails = Prisma.sql`(SELECT row_to_json(detail) FROM (SELECT ${detailColumnsOfVariant}) AS detail)`;
// Amounts travel as text: a JSON number is a float to whoever reads it.
const price = Prisma.raw('c.currency, c.amount_minor::text, c.compare_at_minor::text');
const withPrices = Prisma.raw('LEFT JOIN price AS c ON c.variant_id = v.id');
const stock = Prisma.raw('s.on_hand, s.reserved, s.available, s.version');
const withStock = Prisma.sql`LEFT JOIN stock_level AS s ON s.variant_id = v.id AND s.location = ${mainLocation}`;

/** As VariantEntry has it: a variant comes once for each of its prices, as joining costs half of what asking for each does. */
const variants = (parts: ReadonlySet<ProductPart>) =>
  entriesOf(
    Prisma.sql`v.id, v.title, v.active, v.position, ${parts.has('variantDetails') ? variantDetails : none},
      ${parts.has('prices') ? price : Prisma.raw('NULL, NULL, NULL')},
      ${parts.has('stock') ? stock : Prisma.raw('NULL, NULL, NULL, NULL')}`,
    Prisma.sql`product_variant AS v ${parts.has('prices') ? withPrices : Prisma.empty}
      ${parts.has('stock') ? withStock : Prisma.empty} WHERE v.product_id = p.id`,
  );

/** The columns that bring the parts of `product AS p`, NULL for a part that nobody asked for. */
export const partColumns = (parts: ReadonlySet<ProductPart>): Prisma.Sql => Prisma.sql`
  ${parts.has('details') ? details : none} AS details,
  ${parts.has('options') ? options : none} AS options,
  ${parts.has('media') ? media : none} AS media,
  ${parts.has('variants') ? variants(parts) : none} AS variants`;
