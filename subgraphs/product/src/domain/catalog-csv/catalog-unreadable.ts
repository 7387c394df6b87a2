export type UnreadableCode =
  | 'EMPTY'
  | 'NOT_TEXT'
  | 'NOT_UTF8'
  | 'WRONG_SEPARATOR'
  | 'MISSING_COLUMN'
  | 'DUPLICATE_COLUMN'
  | 'RAGGED_ROW'
  | 'BROKEN_QUOTING'
  | 'RECORD_TOO_LONG';

/**
 * The file as a whole can't be trusted (as against a single bad product): nothing of it may be written.
 * `line` is the line of the file, counted from 1; the message names the cure.
 */
export class CatalogUnreadable extends Error {
  override readonly name = 'CatalogUnreadable';
  readonly code: UnreadableCode;
  readonly line: number;

  constructor(code: UnreadableCode, line: number, message: string) {
    super(message);
    this.code = code;
    this.line = line;
  }
}
