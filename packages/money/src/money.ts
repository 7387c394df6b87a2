/** An ISO 4217 currency code, e.g. `EUR`. */
export type CurrencyCode = string & { readonly __brand?: 'CurrencyCode' };

/** An amount in integer minor units (cents for EUR, yen for JPY) of one currency. Never a float. */
export type Money = { readonly amountMinor: bigint; readonly currency: CurrencyCode };

/** Thrown when amounts of two currencies meet: always a bug, never a business outcome. */
export class CurrencyMismatch extends Error {
  override readonly name = 'CurrencyMismatch';
}

/** Money from minor units: `money(1999n, 'EUR')` is EUR 19.99. Throws RangeError for a code that is not ISO 4217. */
export const money = (amountMinor: bigint, currency: CurrencyCode): Money => {
  if (!isCurrencyCode(currency)) throw new RangeError(`not an ISO 4217 currency code: ${JSON.stringify(currency)}`);
  return { amountMinor, currency };
};

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** True for a currency code the runtime's ISO 4217 table knows. */
export const isCurrencyCode = (code: string): code is CurrencyCode => knownCurrencies.has(code);

/** Sum of amounts of one currency; the currency is given because the list may be empty. */
export const sum = (amounts: readonly Money[], currency: CurrencyCode): Money =>
  amounts.reduce((total, amount) => add(total, amount), money(0n, currency));

/** a + b. Throws CurrencyMismatch. */
export const add = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) throw new CurrencyMismatch(`${a.currency} and ${b.currency} do not add up`);
  return money(a.amountMinor + b.amountMinor, a.currency);
};

/** unit price x whole quantity. Throws RangeError for a fractional quantity. */
export const multiply = (unit: Money, quantity: number): Money => {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`a quantity is a whole number, got ${quantity}`);
  return money(unit.amountMinor * BigInt(quantity), unit.currency);
};

/** True when both currency and amount agree. */
export const isEqual = (a: Money, b: Money): boolean => a.currency === b.currency && a.amountMinor === b.amountMinor;
