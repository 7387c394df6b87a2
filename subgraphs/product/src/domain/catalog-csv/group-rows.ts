import type { LineSpan } from './catalog-product.ts';
import { fieldNames } from './field-names.ts';
import type { Layout } from './layout.ts';
import type { Row } from './read-rows.ts';

/** The rows of one handle. `count` may exceed `rows.length`: see MAX_ROWS. */
export type RowGroup = { handle: string; lines: LineSpan; rows: Row[]; count: number };

/** 100 variants and 250 pictures fit four times over; more of one handle is a broken file, and is not kept in memory. */
export const MAX_ROWS = 1_400;

/** The text of the first column of these names; empty when the file has none. */
export const cellOf = (row: Row, layout: Layout, names: readonly string[]): string => {
  const place = layout.find(names);
  return place ? (row[place.index] ?? '') : '';
};

/** The handle in lower case, as handles are part of addresses. */
export const handleOf = (row: Row, layout: Layout): string => cellOf(row, layout, fieldNames.handle).toLowerCase();

const startGroup = (handle: string, { lines }: Row): RowGroup => ({ handle, lines, rows: [], count: 0 });

const addRow = (group: RowGroup, row: Row): RowGroup => {
  group.lines = [group.lines[0], row.lines[1]];
  group.count += 1;
  if (group.rows.length < MAX_ROWS) group.rows.push(row);
  return group;
};

/**
 * Gathers the rows of each handle. A handle in `scattered` is given once its last row has come (by the count of the
 * first pass), any other at the end of its block; a row without a handle is a group of its own.
 */
export async function* groupRows(
  rows: AsyncIterable<Row>,
  layout: Layout,
  scattered: ReadonlyMap<string, number>,
): AsyncGenerator<RowGroup> {
  const gathering = new Map<string, RowGroup>();
  let block: RowGroup | null = null;
  for await (const row of rows) {
    const handle = handleOf(row, layout);
    if (block && (block.handle !== handle || handle === '')) {
      yield block;
      block = null;
    }
    const expected = scattered.get(handle);
    if (expected === undefined) {
      block = addRow(block ?? startGroup(handle, row), row);
      continue;
    }
    const group = addRow(gathering.get(handle) ?? startGroup(handle, row), row);
    gathering.set(handle, group);
    if (group.count < expected) continue;
    gathering.delete(handle);
    yield group;
  }
  if (block) yield block;
  yield* gathering.values();
}
