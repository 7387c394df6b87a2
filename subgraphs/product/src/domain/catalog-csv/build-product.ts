import type { CatalogEntry, CatalogProduct, ProductStatus, Reason, ReasonCode } from './catalog-product.ts';
import { categoryPath } from './category-path.ts';
import { readColumns } from './column.ts';
import { productColumns, type variantColumns } from './columns.ts';
import { fieldNames } from './field-names.ts';
import { cellOf, MAX_ROWS, type RowGroup } from './group-rows.ts';
import type { Layout } from './layout.ts';
import { plainText } from './plain-text.ts';
import { readImages } from './read-images.ts';
import type { Row } from './read-rows.ts';
import { isVariantRow, readVariants, type SkuOwners } from './read-variants.ts';

export type BuildContext = {
  layout: Layout;
  columns: ReturnType<typeof variantColumns>;
  skuOwners: SkuOwners;
  currency: string;
  maxVariants: number;
};

const statusOf = (status: ProductStatus | null, isPublished: boolean): ProductStatus => {
  const wanted = status ?? 'ACTIVE';
  return wanted === 'ACTIVE' && !isPublished ? 'DRAFT' : wanted;
};

const checkHandle = (handle: string, refuse: (code: ReasonCode, message: string) => void): void => {
  if (handle === '') refuse('MISSING_HANDLE', 'the row belongs to no product: give it a handle');
  else if (!/^[\p{L}\p{N}_-]{1,255}$/u.test(handle)) {
    refuse('INVALID_HANDLE', 'a handle has 1 to 255 letters, digits, hyphens and underscores');
  }
};

const checkTitles = (rows: readonly Row[], layout: Layout, reasons: Reason[]): void => {
  const column = layout.find(fieldNames.title)?.header ?? null;
  const [first, ...others] = rows.map((row) => ({ line: row.lines[0], title: cellOf(row, layout, fieldNames.title) }));
  if (first?.title === '') {
    reasons.push({ line: first.line, column, code: 'MISSING_TITLE', message: "a product's first row needs a title" });
    return;
  }
  // Two products under one handle: taking the first would lose the second without a word.
  const other = others.find(({ title }) => title !== '' && title !== first?.title);
  if (!other) return;
  const message = `line ${other.line} is titled "${other.title}" and line ${first?.line} "${first?.title}": give each product its own handle`;
  reasons.push({ line: other.line, column, code: 'TITLE_CONFLICT', message });
};

const checkCounts = (group: RowGroup, variants: number, { maxVariants }: BuildContext): Reason[] => {
  const at = { line: group.lines[0], column: null };
  const reasons: Reason[] = [];
  if (group.count > MAX_ROWS)
    reasons.push({ ...at, code: 'TOO_MANY_ROWS', message: `${group.count} rows; at most ${MAX_ROWS} are allowed` });
  if (variants > maxVariants) {
    reasons.push({
      ...at,
      code: 'TOO_MANY_VARIANTS',
      message: `${variants} variants; at most ${maxVariants} are allowed`,
    });
  }
  return reasons;
};

const assemble = (group: RowGroup, first: Row, context: BuildContext) => {
  const { layout, currency } = context;
  const reasons: Reason[] = [];
  const warnings: Reason[] = [];
  const notes = { layout, reasons };
  checkTitles(group.rows, layout, reasons);
  const { seoTitle, seoDescription, productCategory, googleCategory, status, ...read } = readColumns(productColumns, {
    row: first,
    ...notes,
  });
  const variantRows = group.rows.slice(1).filter((row) => isVariantRow(row, layout));
  const product: CatalogProduct = {
    ...read,
    ...readVariants([first, ...variantRows], { ...context, reasons, warnings }),
    handle: group.handle,
    description: plainText(read.descriptionHtml),
    status: statusOf(status, read.published),
    images: readImages(group.rows, notes),
    seo: { title: seoTitle, description: seoDescription },
    categoryPath: categoryPath({ ...read, productCategory, googleCategory }),
    currency,
  };
  reasons.push(...checkCounts(group, product.variants.length, context));
  return { product, reasons, warnings };
};

/** Makes a product of the rows of one handle, or says everything that speaks against it, by line. */
export const buildProduct = (group: RowGroup, context: BuildContext): CatalogEntry => {
  const { handle, lines, count: rows } = group;
  const reasons: Reason[] = [];
  const column = context.layout.find(fieldNames.handle)?.header ?? null;
  checkHandle(handle, (code, message) => reasons.push({ line: lines[0], column, code, message }));
  const [first] = group.rows;
  if (!first || handle === '') return { ok: false, handle, lines, rows, reasons };
  const { product, warnings, ...built } = assemble(group, first, context);
  reasons.push(...built.reasons);
  if (reasons.length === 0) return { ok: true, handle, lines, rows, product, warnings };
  return { ok: false, handle, lines, rows, reasons: reasons.sort((a, b) => a.line - b.line) };
};
