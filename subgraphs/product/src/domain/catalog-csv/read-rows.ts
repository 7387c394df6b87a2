import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { LineSpan } from './catalog-product.ts';
import { CatalogUnreadable, type UnreadableCode } from './catalog-unreadable.ts';
import { type CatalogInput, verifyText } from './verify-text.ts';

/** The cells of a row, trimmed. An array with its lines beside, as csv-parse lets a record be no other object. */
export type Row = string[] & { lines: LineSpan };

const MAX_RECORD_BYTES = 2_000_000;
const lineBreak = /\r\n|\n|\r/g;

// `isRunaway`: the parser notices far below the row that is at fault.
type Failure = { code: UnreadableCode; isRunaway?: boolean; message: string };
const csvFailures: Partial<Record<CsvError['code'], Failure>> = {
  CSV_QUOTE_NOT_CLOSED: {
    code: 'BROKEN_QUOTING',
    isRunaway: true,
    message: 'a quote is opened here and never closed before the end of the file',
  },
  CSV_MAX_RECORD_SIZE: {
    code: 'RECORD_TOO_LONG',
    isRunaway: true,
    message: 'a row begins here that is longer than 2 MB; most likely a quote is opened and never closed',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    code: 'BROKEN_QUOTING',
    message: 'text stands behind a closing quote; write a quote inside quotes twice ("")',
  },
  INVALID_OPENING_QUOTE: {
    code: 'BROKEN_QUOTING',
    message: 'a quote stands in the middle of a cell; put the whole cell in quotes and write the inner one twice ("")',
  },
};

const asUnreadable = (error: unknown, { lastLine, overcount }: Progress): unknown => {
  if (!(error instanceof CsvError)) return error;
  const { code, message, isRunaway }: Failure = csvFailures[error.code] ?? {
    code: 'BROKEN_QUOTING',
    message: error.message,
  };
  const line = isRunaway ? lastLine + 1 : Number(error.lines ?? 1) - overcount;
  return new CatalogUnreadable(code, line, `Line ${line} can't be read: ${message}.`);
};

/** Where the parser stands. csv-parse counts a quoted CRLF as two lines, an editor as one: `overcount` is how many. */
type Progress = { lastLine: number; overcount: number };

const toRow = (record: string[], countedLines: number, progress: Progress): Row | null => {
  const breaks = record.flatMap((cell) => cell.match(lineBreak) ?? []);
  progress.overcount += breaks.filter((text) => text === '\r\n').length;
  progress.lastLine = countedLines - progress.overcount;
  const cells = record.map((cell) => cell.trim());
  const isBlank = cells.every((cell) => cell === '');
  const lines: LineSpan = [progress.lastLine - breaks.length, progress.lastLine];
  return isBlank ? null : Object.assign(cells, { lines });
};

const openParser = (input: CatalogInput, progress: Progress): AsyncIterable<Row> => {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
    // All three, or a file whose line ends changed on the way (edited on two systems) is read as one row.
    record_delimiter: ['\r\n', '\n', '\r'],
    // Here and not in the loop below: an error drops the rows the loop has not taken yet, and the count with them.
    on_record: (record: string[], { lines }) => toRow(record, lines, progress),
  });
  // A failure of the source destroys the parser with it, so the loop below sees it: nothing to do here.
  pipeline(verifyText(input), parser, () => undefined);
  return parser;
};

/**
 * The file's rows in order, header included, each with its lines; rows without any text are left out.
 * Throws CatalogUnreadable where text, encoding or quoting is broken. Holds a chunk of rows in memory.
 */
export async function* readRows(input: CatalogInput): AsyncGenerator<Row> {
  const progress: Progress = { lastLine: 0, overcount: 0 };
  try {
    yield* openParser(input, progress);
  } catch (error) {
    throw asUnreadable(error, progress);
  }
}
