import type { Money } from './money.ts';
import { money } from './money.ts';

/**
 * Shares an amount out by weights so that the parts sum to the whole: each part is floored and the remaining minor
 * units go to the largest remainders (Hamilton's method), the first of equals winning. Weights are non-negative
 * integers, not all zero, and the amount is not negative; otherwise RangeError.
 */
export const allocate = (whole: Money, weights: readonly bigint[]): Money[] => {
  const totalWeight = weights.reduce((total, weight) => total + weight, 0n);
  if (totalWeight <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be >= 0, one > 0');
  if (whole.amountMinor < 0n) throw new RangeError('only an amount >= 0 is shared out');
  const parts = weights.map((weight, index) => {
    const product = whole.amountMinor * weight;
    return { index, floor: product / totalWeight, remainder: product % totalWeight };
  });
  let left = whole.amountMinor - parts.reduce((total, part) => total + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => money(part.floor, whole.currency));
};
