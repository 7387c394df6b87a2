import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry, CatalogProduct } from './catalog-product.ts';
import { checkCatalogStructure } from './check-catalog-structure.ts';
import { type ParseOptions, parseCatalog } from './parse-catalog.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../test/fixtures/catalog/${name}.csv`, import.meta.url), 'utf8');

const parse = async (text: string, options: Partial<ParseOptions> = {}): Promise<CatalogEntry[]> => {
  const outline = await checkCatalogStructure(text);
  const entries: CatalogEntry[] = [];
  for await (const entry of parseCatalog(text, { currency: 'EUR', exponent: 2, outline, ...options }))
    entries.push(entry);
  expect(entries).toHaveLength(outline.products);
  expect(entries.reduce((sum, { rows }) => sum + rows, 0)).toBe(outline.rows);
  return entries;
};
const fixture = (name: string) => parse(textOf(name));

const productsIn = (entries: CatalogEntry[]): CatalogProduct[] =>
  entries.flatMap((entry) => (entry.ok ? [entry.product] : []));
const refusalsIn = (entries: CatalogEntry[]): string[] =>
  entries.flatMap((entry) =>
    entry.ok ? [] : entry.reasons.map(({ line, column, code }) => `${entry.handle}: line ${line}, ${column}, ${code}`),
  );
const only = async (name: string): Promise<CatalogProduct> => {
  const [product, ...others] = productsIn(await fixture(name));
  if (!product || others.length > 0) throw new Error(`${name} has not exactly one good product`);
  return product;
};

describe('parseCatalog reads what the format allows', () => {
  it('reads a quoted newline as part of its cell and counts lines as an editor does', async () => {
    const entries = await fixture('quoted-newlines');
    const [bowl, napkin] = productsIn(entries);
    expect(bowl?.descriptionHtml).toBe('<p>Thrown by hand.\n\nNo two are the "same",\nand none needs care.</p>');
    expect(napkin?.images).toEqual([{ url: '/media/linen-napkin.svg', position: 1, alt: 'Folded,\ntwice' }]);
    expect(entries.map(({ lines }) => lines)).toEqual([
      [2, 5],
      [6, 7],
      [8, 9],
    ]);
  });

  it('reads a file that begins with a byte order mark', async () => {
    expect(textOf('byte-order-mark').charCodeAt(0)).toBe(0xfeff);
    expect((await only('byte-order-mark')).handle).toBe('stoneware-bowl');
  });

  it('reads Windows line ends and still names the right line', async () => {
    expect(textOf('crlf')).toContain('\r\n');
    expect((await only('crlf')).description).toBe('First line\nSecond line');
    expect(refusalsIn(await fixture('crlf'))).toEqual(['linen-napkin: line 4, Variant Price, INVALID_PRICE']);
  });

  it('reads an empty SKU as none, as often as it comes', async () => {
    const variants = productsIn(await fixture('empty-skus')).flatMap((product) => product.variants);
    expect(variants.map(({ sku }) => sku)).toEqual([null, null, null]);
  });

  it('puts pictures in the order of their positions, each once, and takes rows without a variant as pictures', async () => {
    const pan = await only('several-images');
    expect(pan.variants.map(({ sku, imageUrl }) => [sku, imageUrl])).toEqual([
      ['PAN-20', '/media/copper-pan-20.svg'],
      ['PAN-28', null],
    ]);
    expect(pan.images).toEqual([
      { url: 'https://images.example.com/pan-side.jpg', position: 1, alt: null },
      { url: '/media/copper-pan.svg', position: 2, alt: 'From above' },
      { url: 'https://images.example.com/pan-detail.jpg', position: 3, alt: 'The handle' },
      { url: 'https://images.example.com/pan-unplaced.jpg', position: 4, alt: null },
    ]);
  });

  it('keeps a compare-at price above the price, and drops any other with a warning', async () => {
    const entries = await fixture('compare-at-prices');
    expect(productsIn(entries).map(({ variants }) => variants[0]?.compareAtMinor)).toEqual([2000n, null, null, null]);
    const warned = entries.filter((entry) => entry.ok && entry.warnings.length > 0);
    expect(warned.map(({ handle }) => handle)).toEqual(['same', 'raised']);
  });

  it('reads the header names of the newer template', async () => {
    const blanket = await only('newer-template');
    expect(blanket).toMatchObject({ handle: 'wool-blanket', description: 'Warm & light', status: 'ACTIVE' });
    expect(blanket.options).toEqual([{ name: 'Colour', values: ['Moss', 'Sand'] }]);
    expect(blanket.variants[0]).toMatchObject({
      priceMinor: 8900n,
      compareAtMinor: 11000n,
      grams: 851,
      quantity: 10,
      inventoryPolicy: 'CONTINUE',
      barcode: '4006381333931',
    });
  });

  it('takes a product that is not published for a draft', async () => {
    const statuses = productsIn(await fixture('statuses')).map(({ handle, status }) => [handle, status]);
    expect(Object.fromEntries(statuses)).toEqual({
      active: 'ACTIVE',
      draft: 'DRAFT',
      archived: 'ARCHIVED',
      hidden: 'DRAFT',
      unspoken: 'ACTIVE',
    });
  });

  it('finds the category in the best column that names one', async () => {
    const paths = productsIn(await fixture('categories')).map(({ handle, categoryPath }) => [handle, categoryPath]);
    expect(Object.fromEntries(paths)).toEqual({
      'by-type': ['Kitchen', 'Cookware'],
      'by-google': ['Home & Garden', 'Decor'],
      'by-tag': ['Outdoor'],
      'by-number': ['Lighting'],
      nowhere: [],
    });
  });

  it('reads prices in the decimals of the currency', async () => {
    const priced = (price: string) => `Handle,Title,Variant Price\nbowl,Bowl,${price}\n`;
    const [yen] = productsIn(await parse(priced('1990'), { currency: 'JPY', exponent: 0 }));
    const [dinar] = productsIn(await parse(priced('1.25'), { currency: 'KWD', exponent: 3 }));
    expect([yen?.variants[0]?.priceMinor, dinar?.variants[0]?.priceMinor]).toEqual([1990n, 1250n]);
    expect(refusalsIn(await parse(priced('19.90'), { currency: 'JPY', exponent: 0 }))).toHaveLength(1);
  });
});

describe('parseCatalog refuses a bad product whole and goes on', () => {
  it('refuses every price that is not plainly one', async () => {
    const entries = await fixture('bad-prices');
    const prices = productsIn(entries).map(({ variants }) => variants[0]?.priceMinor);
    expect(prices).toEqual([99n, 2000n, 2050n]);
    expect(refusalsIn(entries)).toEqual([
      'bad-price-1: line 3, Variant Price, MISSING_PRICE',
      ...Array.from({ length: 11 }, (_, n) => `bad-price-${n + 2}: line ${n + 4}, Variant Price, INVALID_PRICE`),
    ]);
  });

  it('refuses a quantity that is no count, and keeps an unknown one apart from none', async () => {
    const entries = await fixture('bad-quantities');
    expect(productsIn(entries).map(({ variants }) => variants[0]?.quantity)).toEqual([null, 0]);
    expect(refusalsIn(entries)).toEqual(
      [1, 2, 3, 4].map((n) => `bad-quantity-${n}: line ${n + 1}, Variant Inventory Qty, INVALID_NUMBER`),
    );
  });

  it('refuses options that are missing, renamed or given twice', async () => {
    const entries = await fixture('missing-options');
    expect(productsIn(entries).map(({ handle, options }) => [handle, options])).toEqual([
      ['plain-apron', []],
      [
        'good-shirt',
        [
          { name: 'Size', values: ['S', 'M'] },
          { name: 'Colour', values: ['Moss', 'Sand'] },
        ],
      ],
    ]);
    expect(refusalsIn(entries)).toEqual([
      'no-value: line 4, Option1 Value, MISSING_OPTION_VALUE',
      'no-name: line 5, Option1 Name, MISSING_OPTION_NAME',
      'same-twice: line 7, null, DUPLICATE_OPTION_COMBINATION',
      'renamed: line 9, Option1 Name, OPTION_NAME_CONFLICT',
    ]);
  });

  it('leaves a SKU to the line that names it first, and says both lines', async () => {
    const entries = await fixture('duplicate-skus');
    expect(productsIn(entries).map(({ handle }) => handle)).toEqual(['first-bowl', 'plate']);
    const messages = entries.flatMap((entry) => (entry.ok ? [] : entry.reasons.map(({ message }) => message)));
    expect(messages[0]).toContain('"BOWL-1" of line 3 stands in line 2');
    expect(messages[1]).toContain('"MUG-1" of line 5 stands in line 4');
  });

  it('puts scattered rows of a product together, but never two products under one handle', async () => {
    const entries = await fixture('non-adjacent-handles');
    const mug = productsIn(entries).find(({ handle }) => handle === 'mug');
    expect(mug?.variants.map(({ sku, lines }) => [sku, lines])).toEqual([
      ['MUG-1', [2, 2]],
      ['MUG-2', [4, 4]],
    ]);
    expect(mug?.images.map(({ url }) => url)).toEqual(['/media/mug.svg']);
    expect(refusalsIn(entries)).toContain('bowl: line 7, Title, TITLE_CONFLICT');
  });

  it('refuses a row without a handle, a product without a title and a handle that fits no address', async () => {
    expect(refusalsIn(await fixture('missing-titles'))).toEqual([
      'untitled: line 2, Title, MISSING_TITLE',
      ': line 3, Handle, MISSING_HANDLE',
      'bad handle!: line 5, Handle, INVALID_HANDLE',
    ]);
  });

  it('refuses a fourth option and a hundred and first variant', async () => {
    expect(refusalsIn(await fixture('four-options'))).toEqual(['four-options: line 2, Option4 Name, TOO_MANY_OPTIONS']);
    const entries = await fixture('limits');
    expect((await only('limits')).variants).toHaveLength(100);
    expect(refusalsIn(entries)).toEqual(['hundred-and-one: line 102, null, TOO_MANY_VARIANTS']);
  });

  it('refuses a picture whose address is a script', async () => {
    expect(refusalsIn(await fixture('several-images'))).toEqual([
      'script-picture: line 7, Image Src, INVALID_IMAGE_URL',
    ]);
  });

  it('refuses a status and a flag it does not know', async () => {
    expect(refusalsIn(await fixture('statuses'))).toEqual([
      'odd: line 7, Status, INVALID_CHOICE',
      'maybe: line 8, Published, INVALID_BOOLEAN',
    ]);
  });
});
