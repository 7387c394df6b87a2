import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from './catalog-product.ts';
import { checkCatalogStructure } from './check-catalog-structure.ts';
import { parseCatalog } from './parse-catalog.ts';

// Catalogues made up, written as a shop would export them, must come back the same.

const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Tags',
  'Status',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Image Src',
  'Image Position',
  'Image Alt Text',
] as const;
type Cells = Partial<Record<(typeof header)[number], string>>;

// Text as people write it into cells: quotes, commas, line breaks and letters of every script; trimmed, as cells are.
const cellText = (maxLength: number) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', '\n', '\r\n', ' ', ';', "'", '\t'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength,
    })
    .map((text) => text.replaceAll('\0', '').trim());
const filledText = cellText(20).map((text) => text || 'x');
const priceMinor = fc.bigInt({ min: 0n, max: 99_999_999n });

const variant = fc.record({
  priceMinor,
  discountMinor: fc.option(fc.bigInt({ min: 1n, max: 5_000n })),
  grams: fc.nat(100_000),
  quantity: fc.option(fc.nat(10_000)),
  hasSku: fc.boolean(),
});
const product = fc.record({
  title: filledText,
  descriptionHtml: cellText(40),
  vendor: filledText,
  tags: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 4 }),
  status: fc.constantFrom('ACTIVE', 'DRAFT', 'ARCHIVED'),
  sizes: fc.uniqueArray(filledText, { minLength: 1, maxLength: 3 }),
  colours: fc.uniqueArray(filledText, { minLength: 1, maxLength: 3 }),
  variants: fc.array(variant, { minLength: 9, maxLength: 9 }),
  images: fc.uniqueArray(fc.nat(1_000), { maxLength: 4 }),
});
type Made = typeof product extends fc.Arbitrary<infer T> ? T : never;

const decimal = (minor: bigint): string => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
const skuOf = (handle: string, index: number, hasSku: boolean): string | null => (hasSku ? `${handle}-${index}` : null);

const combinationsOf = ({ sizes, colours }: Made): string[][] =>
  sizes.flatMap((size) => colours.map((colour) => [size, colour]));

const variantsOf = (made: Made, handle: string) =>
  combinationsOf(made).map((optionValues, index) => {
    const {
      priceMinor: price = 0n,
      discountMinor = null,
      grams = 0,
      quantity = null,
      hasSku = false,
    } = made.variants[index] ?? {};
    const compareAtMinor = discountMinor === null ? null : price + discountMinor;
    return { optionValues, sku: skuOf(handle, index, hasSku), priceMinor: price, compareAtMinor, grams, quantity };
  });

const rowsOf = (made: Made, handle: string): Cells[] => {
  const variantRows: Cells[] = variantsOf(made, handle).map((one) => ({
    'Option1 Value': one.optionValues[0] ?? '',
    'Option2 Value': one.optionValues[1] ?? '',
    'Variant SKU': one.sku ?? '',
    'Variant Grams': String(one.grams),
    'Variant Inventory Qty': one.quantity === null ? '' : String(one.quantity),
    'Variant Price': decimal(one.priceMinor),
    'Variant Compare At Price': one.compareAtMinor === null ? '' : decimal(one.compareAtMinor),
  }));
  const first: Cells = {
    Title: made.title,
    'Body (HTML)': made.descriptionHtml,
    Vendor: made.vendor,
    Tags: made.tags.join(', '),
    Status: made.status.toLowerCase(),
    'Option1 Name': 'Size',
    'Option2 Name': 'Colour',
  };
  const pictures: Cells[] = made.images.map((image, index) => ({
    'Image Src': `/media/${image}.svg`,
    'Image Position': String(index + 1),
    'Image Alt Text': made.title,
  }));
  const count = Math.max(variantRows.length, pictures.length);
  return Array.from({ length: count }, (_, index) => ({
    ...(index === 0 ? first : {}),
    ...variantRows[index],
    ...pictures[index],
    Handle: handle,
  }));
};

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text.startsWith(' ') ? `"${text.replaceAll('"', '""')}"` : text;
const lineOf = (cells: Cells): string => header.map((name) => quoted(cells[name] ?? '')).join(',');
const bytesOf = (text: string, chunkSize: number): Uint8Array[] => {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, n) =>
    bytes.subarray(n * chunkSize, (n + 1) * chunkSize),
  );
};

const expected = (made: Made, handle: string) => ({
  handle,
  title: made.title,
  descriptionHtml: made.descriptionHtml,
  vendor: made.vendor,
  tags: made.tags,
  status: made.status,
  options: [
    { name: 'Size', values: made.sizes },
    { name: 'Colour', values: made.colours },
  ],
  variants: variantsOf(made, handle),
  images: made.images.map((image, index) => ({ url: `/media/${image}.svg`, position: index + 1, alt: made.title })),
});

const parse = async (text: string, chunkSize: number) => {
  const chunks = bytesOf(text, chunkSize);
  const outline = await checkCatalogStructure(chunks);
  const entries: CatalogEntry[] = [];
  for await (const entry of parseCatalog(chunks, { currency: 'EUR', exponent: 2, outline })) entries.push(entry);
  return { outline, entries };
};

const shape = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  chunkSize: fc.integer({ min: 1, max: 400 }),
});

describe('a catalogue written as CSV', () => {
  it('comes back as it was, whatever the text, line ends, byte order mark and chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(product, { minLength: 1, maxLength: 4 }),
        shape,
        async (made, { eol, mark, chunkSize }) => {
          const rows = made.flatMap((one, index) => rowsOf(one, `product-${index}`));
          const { entries } = await parse(mark + [header.join(','), ...rows.map(lineOf)].join(eol), chunkSize);
          const products = entries.map((entry) => (entry.ok ? entry.product : entry));
          expect(products).toMatchObject(made.map((one, index) => expected(one, `product-${index}`)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives every product the lines it stands in', async () => {
    const spans = fc.array(product, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(spans, shape, async (made, { eol, chunkSize }) => {
        const blocks = made.map((one, index) => rowsOf(one, `product-${index}`).map(lineOf).join(eol));
        const { entries } = await parse([header.join(','), ...blocks].join(eol), chunkSize);
        let line = 1;
        for (const [index, block] of blocks.entries()) {
          const first = line + 1;
          line += block.split(/\r\n|\n|\r/).length;
          expect(entries[index]?.lines).toEqual([first, line]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes back whole however its rows are mixed, each row in exactly one product', async () => {
    const mixed = fc.array(product, { minLength: 2, maxLength: 4 }).chain((made) => {
      const blocks = made.map((one, index) => rowsOf(one, `product-${index}`));
      // A permutation that keeps the rows of each product in their order: whose turn it is, again and again.
      const turns = fc.shuffledSubarray(
        blocks.flatMap((rows, index) => rows.map(() => index)),
        { minLength: blocks.flat().length },
      );
      return fc.record({ made: fc.constant(made), blocks: fc.constant(blocks), turns });
    });
    await fc.assert(
      fc.asyncProperty(mixed, async ({ made, blocks, turns }) => {
        const left = blocks.map((rows) => [...rows]);
        const rows = turns.map((turn) => left[turn]?.shift() ?? {});
        const { outline, entries } = await parse([header.join(','), ...rows.map(lineOf)].join('\n'), 4_096);
        const byHandle = entries.toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
        expect(byHandle.map((entry) => (entry.ok ? entry.product : entry))).toMatchObject(
          made.map((one, index) => expected(one, `product-${index}`)),
        );
        expect(entries.reduce((sum, entry) => sum + entry.rows, 0)).toBe(outline.rows);
      }),
      { numRuns: 60 },
    );
  });
});
