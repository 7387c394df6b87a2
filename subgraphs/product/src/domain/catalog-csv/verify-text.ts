import { CatalogUnreadable } from './catalog-unreadable.ts';

/** The bytes of a CSV file as they come (a file's read stream, an upload), or its text. */
export type CatalogInput = AsyncIterable<Uint8Array> | Iterable<Uint8Array> | string;

const MAX_LINE_BYTES = 4_000_000;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

// What people save by mistake in place of CSV, known by the first bytes.
const foreignFormats: { magic: number[]; message: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    message: 'This is a spreadsheet or ZIP file: export it as "CSV UTF-8" and try again.',
  },
  { magic: [0xff, 0xfe], message: 'The file is UTF-16: save it as "CSV UTF-8" and try again.' },
  { magic: [0xfe, 0xff], message: 'The file is UTF-16: save it as "CSV UTF-8" and try again.' },
];

const refuseForeign = (start: Uint8Array): void => {
  const foreign = foreignFormats.find(({ magic }) => magic.every((byte, index) => start[index] === byte));
  if (foreign) throw new CatalogUnreadable('NOT_TEXT', 1, foreign.message);
};

const lineFeedsIn = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const firstBadLine = (block: Uint8Array, startLine: number): number => {
  let line = startLine;
  for (let from = 0; from < block.length; line += 1) {
    const end = block.indexOf(LINE_FEED, from) + 1 || block.length;
    if (!isUtf8(block.subarray(from, end))) return line;
    from = end;
  }
  return line;
};

const refuseUnreadable = (block: Uint8Array, startLine: number): void => {
  const nul = block.indexOf(0);
  if (nul >= 0) {
    const line = startLine + lineFeedsIn(block.subarray(0, nul));
    throw new CatalogUnreadable(
      'NOT_TEXT',
      line,
      `Line ${line} holds a NUL byte: export the file as "CSV UTF-8" again.`,
    );
  }
  if (isUtf8(block)) return;
  const line = firstBadLine(block, startLine);
  throw new CatalogUnreadable(
    'NOT_UTF8',
    line,
    `Line ${line} is not UTF-8: save the file as "CSV UTF-8" and try again.`,
  );
};

const chunksOf = (input: CatalogInput): AsyncIterable<Uint8Array> | Iterable<Uint8Array> =>
  typeof input === 'string' ? [new TextEncoder().encode(input)] : input;

/**
 * Hands the bytes on in blocks that end at a line's end, once they are known to be text in UTF-8.
 * Throws CatalogUnreadable (EMPTY, NOT_TEXT, NOT_UTF8, RECORD_TOO_LONG) with the line.
 */
export async function* verifyText(input: CatalogInput): AsyncGenerator<Buffer> {
  let pending = Buffer.alloc(0);
  let line = 1;
  let isStart = true;
  for await (const chunk of chunksOf(input)) {
    pending = Buffer.concat([pending, chunk]);
    // A line break is never part of a longer UTF-8 sequence, so a cut behind one can't split a character.
    const end = Math.max(pending.lastIndexOf(LINE_FEED), pending.lastIndexOf(CARRIAGE_RETURN)) + 1;
    if (isStart && pending.length >= 4) {
      refuseForeign(pending);
      isStart = false;
    }
    if (pending.length - end > MAX_LINE_BYTES) {
      throw new CatalogUnreadable('RECORD_TOO_LONG', line, `A line from ${line} on never ends: is this a CSV file?`);
    }
    if (end === 0) continue;
    const block = pending.subarray(0, end);
    refuseUnreadable(block, line);
    line += lineFeedsIn(block);
    pending = pending.subarray(end);
    yield block;
  }
  if (isStart) refuseForeign(pending);
  if (pending.length > 0) {
    refuseUnreadable(pending, line);
    yield pending;
  }
}
