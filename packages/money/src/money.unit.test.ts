import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, allocate, CurrencyMismatch, fromDecimal, money, multiply, toDecimal } from './index.ts';

const minor = fc.bigInt({ min: 0n, max: 10n ** 14n });
const currency = fc.constantFrom('EUR', 'JPY', 'KWD');

describe('money', () => {
  it('reads back every amount it writes, in currencies of 0, 2 and 3 digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), currency, (amountMinor, code) => {
        expect(fromDecimal(toDecimal(money(amountMinor, code)), code)).toEqual(money(amountMinor, code));
      }),
    );
  });

  it.each([
    ['19.99', 'EUR', 1999n],
    ['0.05', 'EUR', 5n],
    ['-1', 'EUR', -100n],
    ['500', 'JPY', 500n],
  ])('reads %s %s as %s minor units', (text, code, expected) => {
    expect(fromDecimal(text, code)?.amountMinor).toBe(expected);
  });

  it.each([
    ['1.999', 'EUR'],
    ['1.0', 'JPY'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['1,99', 'EUR'],
    [' 1', 'EUR'],
  ])('refuses %j as an amount of %s', (text, code) => {
    expect(fromDecimal(text, code)).toBeNull();
  });

  it('shares an amount out without losing or inventing a minor unit', () => {
    fc.assert(
      fc.property(
        minor,
        fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 20 }),
        (whole, weights) => {
          fc.pre(weights.some((weight) => weight > 0n));
          const parts = allocate(money(whole, 'EUR'), weights);
          expect(parts.reduce((total, part) => total + part.amountMinor, 0n)).toBe(whole);
          for (const [index, part] of parts.entries()) if (weights[index] === 0n) expect(part.amountMinor).toBe(0n);
        },
      ),
    );
  });

  it('gives the odd cent to the largest remainder', () => {
    expect(allocate(money(100n, 'EUR'), [1n, 1n, 1n]).map((part) => part.amountMinor)).toEqual([34n, 33n, 33n]);
  });

  it('never mixes currencies, never multiplies by a fraction, never takes an unknown currency', () => {
    expect(() => add(money(1n, 'EUR'), money(1n, 'USD'))).toThrow(CurrencyMismatch);
    expect(() => multiply(money(1n, 'EUR'), 1.5)).toThrow(RangeError);
    expect(() => money(1n, 'EURO')).toThrow(RangeError);
  });
});
