import { buildProduct } from './build-product.ts';
import type { CatalogEntry } from './catalog-product.ts';
import type { CatalogOutline } from './check-catalog-structure.ts';
import { variantColumns } from './columns.ts';
import { fieldNames } from './field-names.ts';
import { cellOf, groupRows } from './group-rows.ts';
import type { Layout } from './layout.ts';
import { openCatalog } from './open-catalog.ts';
import type { Row } from './read-rows.ts';
import type { CatalogInput } from './verify-text.ts';

export type ParseOptions = {
  /** ISO 4217 code of the file's prices: the format itself doesn't say. */
  currency: string;
  /** Decimals of that currency (EUR 2, JPY 0). */
  exponent: number;
  /** What checkCatalogStructure said of the same file. */
  outline: CatalogOutline;
  /** The classic limit of the format, 100, unless given. */
  maxVariants?: number;
};

async function* claimSkus(rows: AsyncIterable<Row>, layout: Layout, owners: Map<string, number>): AsyncGenerator<Row> {
  for await (const row of rows) {
    const sku = cellOf(row, layout, fieldNames.sku);
    if (sku !== '' && !owners.has(sku)) owners.set(sku, row.lines[0]);
    yield row;
  }
}

/**
 * The second pass: the products of a Shopify product CSV, one entry each, good or refused with its reasons, in the
 * order in which they end in the file. Every row belongs to exactly one entry. Rows of one handle that are not one
 * block are put together; where they claim to be two products, or two variants are the same, the product is refused.
 * A SKU belongs to the first line that names it: the product of any later line is refused.
 * Memory holds one product, the scattered ones, and the SKUs. Throws CatalogUnreadable only where the first pass does.
 */
export async function* parseCatalog(input: CatalogInput, options: ParseOptions): AsyncGenerator<CatalogEntry> {
  const { currency, exponent, outline, maxVariants = 100 } = options;
  const { layout, rows } = await openCatalog(input);
  const skuOwners = new Map<string, number>();
  const context = { layout, columns: variantColumns(exponent), skuOwners, currency, maxVariants };
  for await (const group of groupRows(claimSkus(rows, layout, skuOwners), layout, outline.scattered)) {
    yield buildProduct(group, context);
  }
}
