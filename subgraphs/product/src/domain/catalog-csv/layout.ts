import { CatalogUnreadable } from './catalog-unreadable.ts';
import { fieldNames } from './field-names.ts';
import type { Row } from './read-rows.ts';

/** Where the file keeps what: made from its header row. */
export type Layout = {
  /** Cells in every row. */
  width: number;
  /** The place of the first column that has one of the names, in any case; null when the file has none. */
  find: (names: readonly string[]) => { index: number; header: string } | null;
};

const required = { Handle: fieldNames.handle, Title: fieldNames.title };
const separators = [
  { sign: ';', word: 'semicolons' },
  { sign: '\t', word: 'tabs' },
  { sign: '|', word: 'bars' },
];

const refuseWrongSeparator = (cells: Row): void => {
  const wrong = separators.find(({ sign }) => cells.length < 3 && cells[0]?.includes(sign));
  if (!wrong) return;
  throw new CatalogUnreadable(
    'WRONG_SEPARATOR',
    cells.lines[0],
    `The columns are separated by ${wrong.word}: export the file with commas and try again.`,
  );
};

const refuseDuplicates = (cells: Row): void => {
  const places = new Map<string, number>();
  const meanings = new Map(
    Object.values(fieldNames).flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]])),
  );
  for (const [index, header] of cells.entries()) {
    if (header === '') continue;
    const meaning = meanings.get(header.toLowerCase()) ?? header.toLowerCase();
    const before = places.get(meaning);
    if (before !== undefined) {
      const message = `Columns ${before + 1} ("${cells[before]}") and ${index + 1} ("${header}") mean the same: remove one of them.`;
      throw new CatalogUnreadable('DUPLICATE_COLUMN', cells.lines[0], message);
    }
    places.set(meaning, index);
  }
};

/** Reads the header row. Throws CatalogUnreadable: WRONG_SEPARATOR, DUPLICATE_COLUMN, MISSING_COLUMN. */
export const readLayout = (header: Row): Layout => {
  refuseWrongSeparator(header);
  refuseDuplicates(header);
  const lowered = header.map((cell) => cell.toLowerCase());
  // Looked up once for each cell of the file: the answers are kept.
  const known = new Map<readonly string[], ReturnType<Layout['find']>>();
  const locate: Layout['find'] = (names) => {
    const wanted = names.map((name) => name.toLowerCase());
    const index = lowered.findIndex((cell) => wanted.includes(cell));
    return index < 0 ? null : { index, header: header[index] ?? '' };
  };
  const find: Layout['find'] = (names) => {
    const place = known.get(names) ?? locate(names);
    known.set(names, place);
    return place;
  };
  for (const [name, names] of Object.entries(required)) {
    if (find(names)) continue;
    const message = `The first line has no column "${name}": it must be the header of a Shopify product CSV.`;
    throw new CatalogUnreadable('MISSING_COLUMN', header.lines[0], message);
  }
  return { width: header.length, find };
};
