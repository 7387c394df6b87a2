import { newId } from '@cartograph/ids';
import { expect, it } from 'vitest';
import { idempotencyKeyOf, retryDelayMs } from './attempt.ts';

it('an attempt has one key, however often it is made', () => {
  const paymentId = newId('payment');
  expect(idempotencyKeyOf({ paymentId, kind: 'AUTHORIZE', number: 1 })).toBe(`${paymentId}:authorize:1`);
});

it('an unknown outcome is asked for again after 0.25 s doubling up to 30 s, half to one and a half of it', () => {
  expect([1, 2, 3, 50].map((tries) => retryDelayMs(tries, 0.5))).toEqual([250, 500, 1_000, 30_000]);
  expect([retryDelayMs(1, 0), retryDelayMs(1, 0.999)]).toEqual([125, 375]);
});
