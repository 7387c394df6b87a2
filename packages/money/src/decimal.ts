import type { CurrencyCode, Money } from './money.ts';
import { isCurrencyCode, money } from './money.ts';

const digitsOf = new Map<CurrencyCode, number>();

/** Digits after the point in a currency (ISO 4217 exponent): 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorUnitDigits = (currency: CurrencyCode): number => {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  // A format costs as much as a hundred amounts, and each amount of a page asks for it.
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Only currencies there are: others come from outside, and without end.
  if (isCurrencyCode(currency)) digitsOf.set(currency, digits);
  return digits;
};

/** The exact decimal text of an amount, with the currency's number of digits: EUR 1999n -> `19.99`. */
export const toDecimal = ({ amountMinor, currency }: Money): string => {
  const digits = minorUnitDigits(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** Money from an exact decimal text. Returns null when it is not a number or has more digits than the currency. */
export const fromDecimal = (text: string, currency: CurrencyCode): Money | null => {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  const digits = minorUnitDigits(currency);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > digits) return null;
  const minor = BigInt(`${match[2]}${fraction.padEnd(digits, '0')}`);
  return money(match[1] === '-' ? -minor : minor, currency);
};
