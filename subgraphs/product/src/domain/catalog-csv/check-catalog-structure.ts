import { CatalogUnreadable } from './catalog-unreadable.ts';
import { handleOf } from './group-rows.ts';
import { openCatalog } from './open-catalog.ts';
import type { CatalogInput } from './verify-text.ts';

/** What the first pass over a file learns; the second pass, parseCatalog, needs it. */
export type CatalogOutline = {
  /** Products the second pass will give, good and bad. */
  products: number;
  /** Rows below the header that hold any text. */
  rows: number;
  /** Handles whose rows are not one block of the file, with the number of their rows. */
  scattered: ReadonlyMap<string, number>;
};

/**
 * The first pass: reads a whole file without keeping it, so that one that can't be read is refused before any write.
 * Takes memory for the handles alone. Throws CatalogUnreadable with the line and the cure: no text in UTF-8, empty,
 * no Handle or Title column, two columns of one meaning, broken quoting, rows of another width than the header.
 */
export const checkCatalogStructure = async (input: CatalogInput): Promise<CatalogOutline> => {
  const { layout, rows } = await openCatalog(input);
  const rowsOf = new Map<string, number>();
  const scattered = new Set<string>();
  let [total, withoutHandle] = [0, 0];
  let previous: string | null = null;
  for await (const row of rows) {
    const handle = handleOf(row, layout);
    const known = rowsOf.get(handle);
    if (handle === '') withoutHandle += 1;
    else {
      if (known !== undefined && handle !== previous) scattered.add(handle);
      rowsOf.set(handle, (known ?? 0) + 1);
    }
    previous = handle;
    total += 1;
  }
  if (total === 0)
    throw new CatalogUnreadable('EMPTY', 1, 'The file has a header and no product: export the products again.');
  return {
    products: rowsOf.size + withoutHandle,
    rows: total,
    scattered: new Map([...scattered].map((handle) => [handle, rowsOf.get(handle) ?? 0])),
  };
};
