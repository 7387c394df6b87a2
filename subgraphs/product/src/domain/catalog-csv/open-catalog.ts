import { CatalogUnreadable } from './catalog-unreadable.ts';
import { type Layout, readLayout } from './layout.ts';
import { type Row, readRows } from './read-rows.ts';
import type { CatalogInput } from './verify-text.ts';

async function* refuseRagged(rows: AsyncIterable<Row>, width: number): AsyncGenerator<Row> {
  for await (const row of rows) {
    const [first] = row.lines;
    if (row.length !== width) {
      const message = `Line ${first} has ${row.length} cells where the header has ${width}: check it for missing or extra commas and quotes.`;
      throw new CatalogUnreadable('RAGGED_ROW', first, message);
    }
    yield row;
  }
}

/**
 * Reads the header and gives the rows below it. Throws CatalogUnreadable at once for the header, and from `rows`
 * for what is found further down.
 */
export const openCatalog = async (input: CatalogInput): Promise<{ layout: Layout; rows: AsyncGenerator<Row> }> => {
  const rows = readRows(input);
  const header = await rows.next();
  if (header.done) throw new CatalogUnreadable('EMPTY', 1, 'The file is empty: export the products again.');
  try {
    const layout = readLayout(header.value);
    return { layout, rows: refuseRagged(rows, layout.width) };
  } catch (error) {
    await rows.return(undefined);
    throw error;
  }
};
