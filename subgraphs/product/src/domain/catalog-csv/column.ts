import type { Reason, ReasonCode } from './catalog-product.ts';
import type { Layout } from './layout.ts';
import type { Row } from './read-rows.ts';

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: ReasonCode; message: string };

/** Turns the text of a cell (trimmed, never empty) into its value. */
export type CellParser<T> = (text: string) => Parsed<T>;

/** A column of the file: the names exports give it (any case), the value of an empty cell, the parser of any other. */
export type Column<T> = { names: readonly string[]; empty: T; parse: CellParser<T> };

export const column = <T>(names: readonly string[], empty: NoInfer<T>, parse: CellParser<T>): Column<T> => ({
  names,
  empty,
  parse,
});

type Table = Record<string, Column<unknown>>;
type Values<T extends Table> = { [K in keyof T]: T[K]['empty'] };

/** Reads one row by a table of columns. A broken cell adds a reason and reads as empty: the product is refused anyway. */
export const readColumns = <T extends Table>(
  table: T,
  { row, layout, reasons }: { row: Row; layout: Layout; reasons: Reason[] },
): Values<T> => {
  const read = ({ names, empty, parse }: Column<unknown>): unknown => {
    const place = layout.find(names);
    const text = place ? (row[place.index] ?? '') : '';
    if (text === '') return empty;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    reasons.push({ line: row.lines[0], column: place?.header ?? null, code: parsed.code, message: parsed.message });
    return empty;
  };
  const values = Object.entries(table).map(([key, definition]) => [key, read(definition)]);
  return Object.fromEntries(values) as Values<T>;
};
