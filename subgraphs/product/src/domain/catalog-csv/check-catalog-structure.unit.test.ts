import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatalogUnreadable } from './catalog-unreadable.ts';
import { checkCatalogStructure } from './check-catalog-structure.ts';

const bytesOf = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../test/fixtures/catalog/unreadable/${name}.csv`, import.meta.url));

/** The refusal of a file that comes in chunks of `size` bytes. */
const refusalOf = async (bytes: Uint8Array, size: number): Promise<CatalogUnreadable> => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  );
  const outcome = await checkCatalogStructure(chunks).catch((error: unknown) => error);
  if (outcome instanceof CatalogUnreadable) return outcome;
  throw new Error('the file was not refused as unreadable', { cause: outcome });
};

const unreadable = [
  { name: 'empty', code: 'EMPTY', line: 1, cure: 'export the products again' },
  { name: 'header-only', code: 'EMPTY', line: 1, cure: 'export the products again' },
  { name: 'no-handle', code: 'MISSING_COLUMN', line: 1, cure: '"Handle"' },
  { name: 'no-title', code: 'MISSING_COLUMN', line: 1, cure: '"Title"' },
  { name: 'duplicate-column', code: 'DUPLICATE_COLUMN', line: 1, cure: 'remove one of them' },
  { name: 'two-price-columns', code: 'DUPLICATE_COLUMN', line: 1, cure: '3 ("Variant Price") and 4 ("Price")' },
  { name: 'unclosed-quote', code: 'BROKEN_QUOTING', line: 3, cure: 'never closed' },
  { name: 'stray-quote', code: 'BROKEN_QUOTING', line: 2, cure: 'put the whole cell in quotes' },
  { name: 'text-behind-quote', code: 'BROKEN_QUOTING', line: 2, cure: 'twice' },
  { name: 'ragged-short', code: 'RAGGED_ROW', line: 3, cure: '2 cells where the header has 3' },
  { name: 'ragged-long', code: 'RAGGED_ROW', line: 2, cure: '4 cells where the header has 3' },
  { name: 'semicolons', code: 'WRONG_SEPARATOR', line: 1, cure: 'with commas' },
  { name: 'latin-1', code: 'NOT_UTF8', line: 3, cure: 'CSV UTF-8' },
  { name: 'utf-16', code: 'NOT_TEXT', line: 1, cure: 'CSV UTF-8' },
  { name: 'workbook', code: 'NOT_TEXT', line: 1, cure: 'spreadsheet' },
  { name: 'nul-byte', code: 'NOT_TEXT', line: 2, cure: 'NUL' },
];

describe('checkCatalogStructure', () => {
  it.each(unreadable)(
    'refuses $name with the line and the cure, however the bytes come',
    async ({ name, ...expected }) => {
      for (const size of [1, 7, 65_536]) {
        const { code, line, message } = await refusalOf(bytesOf(name), size);
        expect({ code, line }).toEqual({ code: expected.code, line: expected.line });
        expect(message).toContain(expected.cure);
      }
    },
  );

  it('stops at a quote that is never closed instead of reading the whole file into memory', async () => {
    let megabytesRead = 0;
    const endless = async function* () {
      yield new TextEncoder().encode('Handle,Title\nbowl,"Bowl\n');
      for (; megabytesRead < 100; megabytesRead += 1) yield new TextEncoder().encode('mug,Mug\n'.repeat(131_072));
    };
    await expect(checkCatalogStructure(endless())).rejects.toMatchObject({ code: 'RECORD_TOO_LONG', line: 2 });
    expect(megabytesRead).toBeLessThan(10);
  });

  it('stops at a line that never ends', async () => {
    const endless = async function* () {
      for (let read = 0; read < 100; read += 1) yield new Uint8Array(1_000_000).fill(0x61);
    };
    await expect(checkCatalogStructure(endless())).rejects.toMatchObject({ code: 'RECORD_TOO_LONG', line: 1 });
  });

  it("passes a source's own failure on as it is", async () => {
    const broken = async function* () {
      yield new TextEncoder().encode('Handle,Title\n');
      throw new Error('the disk is gone');
    };
    await expect(checkCatalogStructure(broken())).rejects.toThrow('the disk is gone');
  });

  it('counts products and rows, leaves blank rows out, and knows which handles are scattered', async () => {
    const text =
      'Handle,Title,Variant Price\nmug,Mug,1\n\n,,\nbowl,Bowl,1\nmug,,2\n,Nameless,1\n,Nameless,1\nbowl,,2\n';
    const outline = await checkCatalogStructure(text);
    expect(outline).toEqual({
      products: 4,
      rows: 6,
      scattered: new Map([
        ['mug', 2],
        ['bowl', 2],
      ]),
    });
  });
});
