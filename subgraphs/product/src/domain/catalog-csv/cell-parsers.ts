import type { ReasonCode } from './catalog-product.ts';
import type { CellParser, Parsed } from './column.ts';

const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
const broken = (code: ReasonCode, message: string): Parsed<never> => ({ ok: false, code, message });

const shown = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

/** Text of at most `limit` characters. */
export const textUpTo =
  (limit: number): CellParser<string> =>
  (text) =>
    text.length <= limit ? parsed(text) : broken('TOO_LONG', `${text.length} characters; at most ${limit} are allowed`);

/** A list separated by commas; blanks and repetitions fall out. */
export const tagList: CellParser<string[]> = (text) => {
  const tags = text.split(',').map((tag) => tag.trim());
  return parsed([...new Set(tags.filter((tag) => tag !== ''))]);
};

/** One of the words of the table, in any case. */
export const oneOf =
  <T>(choices: Readonly<Record<string, T>>): CellParser<T> =>
  (text) => {
    const found = Object.entries(choices).find(([word]) => word === text.toLowerCase());
    const words = Object.keys(choices).join(', ');
    return found ? parsed(found[1]) : broken('INVALID_CHOICE', `${shown(text)} is none of: ${words}`);
  };

export const trueOrFalse: CellParser<boolean> = (text) => {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return parsed(word === 'true');
  return broken('INVALID_BOOLEAN', `${shown(text)} is neither TRUE nor FALSE`);
};

// PostgreSQL's integer is where these end up.
const MAX_INTEGER = 2_147_483_647;

/** A whole number from `least` to 2,147,483,647. */
export const wholeNumberFrom =
  (least: number): CellParser<number> =>
  (text) => {
    const value = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= MAX_INTEGER) return parsed(value);
    return broken('INVALID_NUMBER', `${shown(text)} is no whole number from ${least} to ${MAX_INTEGER}`);
  };

/** Grams; exports write them with decimals too ("850.5"), which are rounded half up. */
export const gramsOf: CellParser<number> = (text) => {
  const match = /^(\d{1,9})(?:\.(\d)\d*)?$/.exec(text);
  if (!match) return broken('INVALID_NUMBER', `${shown(text)} is no weight in grams`);
  return parsed(Number(match[1]) + (Number(match[2] ?? 0) >= 5 ? 1 : 0));
};

/**
 * A price in minor units, without float arithmetic. `exponent` is the currency's number of decimals
 * (ISO 4217: EUR 2, JPY 0, KWD 3). No sign, no currency sign, no thousands separator: those are refused, not guessed.
 */
export const priceWith = (exponent: number): CellParser<bigint> => {
  const decimals = exponent === 0 ? '' : `(?:\\.(\\d{1,${exponent}}))?`;
  const pattern = new RegExp(`^(\\d{1,12})${decimals}$`);
  const example = exponent === 0 ? '1999' : `19.${'9'.repeat(exponent)}`;
  return (text) => {
    const match = pattern.exec(text);
    if (!match) return broken('INVALID_PRICE', `${shown(text)} is no price; write it like ${example}`);
    return parsed(BigInt(`${match[1]}${(match[2] ?? '').padEnd(exponent, '0')}`));
  };
};

/** An address a browser can load: http(s), or a path on this server. Others (javascript:, data:) are refused. */
export const imageAddress: CellParser<string> = (text) => {
  const isPath = /^\/(?![/\\])[^\s\\]*$/.test(text);
  const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
  if (text.length <= 2048 && (isPath || isWeb)) return parsed(text);
  return broken('INVALID_IMAGE_URL', `${shown(text)} is neither an http(s) address nor a path that begins with /`);
};

/** A barcode without the apostrophe that exports put before it against spreadsheets. */
export const barcodeText: CellParser<string> = (text) => textUpTo(255)(text.replace(/^'/, ''));
