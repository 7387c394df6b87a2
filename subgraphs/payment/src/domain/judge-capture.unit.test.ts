import { newId } from '@cartograph/ids';
import { money } from '@cartograph/money';
import { describe, expect, it } from 'vitest';
import { aPayment } from '../../test/a-payment.ts';
import { judgeCapture } from './judge-capture.ts';
import type { PaymentStatus } from './payment.ts';

const amount = money(4200n, 'EUR');

describe('a capture request', () => {
  it.each<[PaymentStatus, string]>([
    ['REQUIRES_METHOD', 'early'],
    ['AUTHORIZING', 'early'],
    ['REQUIRES_ACTION', 'early'],
    ['AUTHORIZED', 'decided'],
    ['FAILED', 'impossible'],
    ['CAPTURING', 'ignored'],
    ['PARTIALLY_CAPTURED', 'ignored'],
    ['CAPTURED', 'ignored'],
    ['VOIDING', 'decided'],
    ['VOIDED', 'decided'],
    ['PARTIALLY_REFUNDED', 'ignored'],
    ['REFUNDED', 'ignored'],
    ['DISPUTED', 'ignored'],
  ])('of a payment that is %s is %s, and moot once the order has ended', (status, kind) => {
    const payment = aPayment({ status, authorizedMinor: 4200n });
    expect(judgeCapture(payment, { amount, isOrderEnded: false }).kind).toBe(kind);
    expect(judgeCapture(payment, { amount, isOrderEnded: true }).kind).toBe('ignored');
  });

  it('of money that was let go is told to have failed, at a version of its own', () => {
    const payment = aPayment({ status: 'VOIDED', authorizedMinor: 4200n, version: 4 });
    expect(judgeCapture(payment, { amount, isOrderEnded: false })).toMatchObject({
      decision: {
        payment: { status: 'VOIDED', version: 5 },
        facts: [{ name: 'PaymentCaptureFailed', version: 5 }],
        next: null,
      },
    });
  });

  it.each([money(4201n, 'EUR'), money(1n, 'USD')])('of %o is impossible when EUR 42.00 are held', (wanted) => {
    const payment = aPayment({ id: newId('payment'), status: 'AUTHORIZED', authorizedMinor: 4200n });
    expect(judgeCapture(payment, { amount: wanted, isOrderEnded: false }).kind).toBe('impossible');
  });
});
