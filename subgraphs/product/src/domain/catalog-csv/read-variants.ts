import type { CatalogOption, CatalogVariant, Reason } from './catalog-product.ts';
import { readColumns } from './column.ts';
import type { variantColumns } from './columns.ts';
import { fieldNames, optionFieldNames } from './field-names.ts';
import { cellOf } from './group-rows.ts';
import type { Layout } from './layout.ts';
import { readOptions } from './read-options.ts';
import type { Row } from './read-rows.ts';

/** The line that named each SKU of the file first: it owns it, whatever becomes of its product. */
export type SkuOwners = ReadonlyMap<string, number>;

export type VariantContext = {
  layout: Layout;
  columns: ReturnType<typeof variantColumns>;
  skuOwners: SkuOwners;
  reasons: Reason[];
  warnings: Reason[];
};

const { sku, price, compareAt, barcode, quantity, variantImage, imageUrl } = fieldNames;
const variantSigns = [
  sku,
  price,
  compareAt,
  barcode,
  quantity,
  variantImage,
  ...optionFieldNames.map(({ value }) => value),
];

/** False for a row that only adds a picture. Weight and flags don't count: exports fill them in everywhere. */
export const isVariantRow = (row: Row, layout: Layout): boolean =>
  variantSigns.some((names) => cellOf(row, layout, names) !== '') || cellOf(row, layout, imageUrl) === '';

const checkSku = (text: string | null, line: number, { skuOwners, layout, reasons }: VariantContext): void => {
  const owner = text === null ? undefined : skuOwners.get(text);
  if (owner === undefined || owner === line) return;
  const message = `the SKU "${text}" of line ${line} stands in line ${owner} already: give each variant its own, or none`;
  reasons.push({ line, column: layout.find(sku)?.header ?? null, code: 'DUPLICATE_SKU', message });
};

// A struck-out price that is no higher than the price would advertise a discount that isn't one (zero is how
// some shops write "none"). The product is good all the same, so only this is dropped, and said.
const discountFrom = (amounts: { price: bigint; compareAt: bigint | null }, line: number, context: VariantContext) => {
  if (amounts.compareAt === null || amounts.compareAt > amounts.price) return amounts.compareAt;
  const header = context.layout.find(compareAt)?.header ?? null;
  const message = 'the compare-at price is not above the price and was left out';
  if (amounts.compareAt > 0n)
    context.warnings.push({ line, column: header, code: 'COMPARE_AT_NOT_ABOVE_PRICE', message });
  return null;
};

const readVariant = (row: Row, optionValues: string[], context: VariantContext): CatalogVariant => {
  const { layout, reasons, columns } = context;
  const line = row.lines[0];
  const isPriced = cellOf(row, layout, price) !== '';
  if (!isPriced)
    reasons.push({
      line,
      column: layout.find(price)?.header ?? price[0],
      code: 'MISSING_PRICE',
      message: 'a variant needs a price',
    });
  const { price: priceMinor, compareAt: compareAtMinor, ...rest } = readColumns(columns, { row, layout, reasons });
  checkSku(rest.sku, line, context);
  const amounts = { price: priceMinor ?? 0n, compareAt: compareAtMinor };
  return {
    ...rest,
    optionValues,
    priceMinor: amounts.price,
    compareAtMinor: discountFrom(amounts, line, context),
    lines: row.lines,
  };
};

/** The options and variants of a product from its variant rows; what is wrong goes to `reasons` and `warnings`. */
export const readVariants = (
  rows: readonly [Row, ...Row[]],
  context: VariantContext,
): { options: CatalogOption[]; variants: CatalogVariant[] } => {
  const { options, combinations } = readOptions(rows, context);
  return { options, variants: rows.map((row, index) => readVariant(row, combinations[index] ?? [], context)) };
};
