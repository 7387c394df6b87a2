/** The columns tests use of the exchange format. */
const columns = {
  handle: 'Handle',
  title: 'Title',
  body: 'Body (HTML)',
  vendor: 'Vendor',
  type: 'Type',
  tags: 'Tags',
  published: 'Published',
  option: 'Option1 Name',
  value: 'Option1 Value',
  sku: 'Variant SKU',
  quantity: 'Variant Inventory Qty',
  price: 'Variant Price',
  compareAt: 'Variant Compare At Price',
  image: 'Image Src',
  status: 'Status',
} as const;

export type CsvRow = { handle: string } & { readonly [Key in keyof typeof columns]?: string | number };

const quoted = (value: string | number | undefined): string => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** A product CSV with these rows. */
export const csv = (rows: readonly CsvRow[]): string =>
  [
    Object.values(columns).join(','),
    ...rows.map((row) =>
      Object.keys(columns)
        .map((key) => quoted(row[key as keyof CsvRow]))
        .join(','),
    ),
  ].join('\n');

/** A row of a product that has one variant and is on sale. */
export const aProduct = (row: CsvRow): CsvRow => ({ title: row.handle, price: '10.00', quantity: 5, ...row });
