import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { LineSpan } from './catalog-product.ts';
import { CatalogUnreadable, type UnreadableCode } from './catalog-unreadable.ts';
import { type CatalogInput, verifyText } from './verify-text.ts';

export type Row = { cells: string[]; lines: LineSpan };

const MAX_RECORD_BYTES = 2_000_000;
const lineBreak = /\r\n|\n|\r/g;

const csvFailures: Partial<Record<CsvError['code'], { code: UnreadableCode; message: string }>> = {
  CSV_QUOTE_NOT_CLOSED: {
    code: 'BROKEN_QUOTING',
    message: 'a quote is opened and never closed before the end of the file',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    code: 'BROKEN_QUOTING',
    message: 'text stands behind a closing quote; write a quote inside quotes twice ("")',
  },
  INVALID_OPENING_QUOTE: {
    code: 'BROKEN_QUOTING',
    message: 'a quote stands in the middle of a cell; put the whole cell in quotes and write the inner one twice ("")',
  },
  CSV_MAX_RECORD_SIZE: {
    code: 'RECORD_TOO_LONG',
    message: 'a row is longer than 2 MB; most likely a quote is opened and never closed',
  },
};

const asUnreadable = (error: unknown, overcount: number): unknown => {
  if (!(error instanceof CsvError)) return error;
  const failure = csvFailures[error.code] ?? { code: 'BROKEN_QUOTING', message: error.message };
  const line = Number(error['lines'] ?? 1) - overcount;
  return new CatalogUnreadable(failure.code, line, `Line ${line} can't be read: ${failure.message}.`);
};

const openParser = (input: CatalogInput) => {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
    // All three, or a file whose line ends changed on the way (edited on two systems) is read as one row.
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  // A failure of the source destroys the parser with it, so the loop below sees it: nothing to do here.
  pipeline(verifyText(input), parser, () => undefined);
  return parser as AsyncIterable<{ record: string[]; info: { lines: number } }>;
};

/**
 * The file's rows in order, header included, each with its lines; rows without any text are left out.
 * Throws CatalogUnreadable where text, encoding or quoting is broken. Holds one row and one chunk in memory.
 */
export async function* readRows(input: CatalogInput): AsyncGenerator<Row> {
  // csv-parse counts a quoted CRLF as two lines; an editor shows one.
  let overcount = 0;
  try {
    for await (const { record, info } of openParser(input)) {
      const breaks = record.flatMap((cell) => cell.match(lineBreak) ?? []);
      overcount += breaks.filter((text) => text === '\r\n').length;
      const last = info.lines - overcount;
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { cells, lines: [last - breaks.length, last] };
    }
  } catch (error) {
    throw asUnreadable(error, overcount);
  }
}
