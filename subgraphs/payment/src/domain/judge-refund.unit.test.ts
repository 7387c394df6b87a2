import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPayment } from '../../test/a-payment.ts';
import { endPayment } from './end-payment.ts';
import { judgeRefundRequest } from './judge-refund.ts';
import type { PaymentStatus } from './payment.ts';

const captured = { status: 'CAPTURED', authorizedMinor: 4200n, capturedMinor: 4200n } as const;
const euros = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });

describe('a refund that the staff asks for', () => {
  it('is what was asked, or all that is left', () => {
    const payment = aPayment({ ...captured, status: 'PARTIALLY_REFUNDED', refundedMinor: 200n });
    const asked = (amount: ReturnType<typeof euros> | null) =>
      judgeRefundRequest(payment, { amount, isRefundPending: false });
    expect(asked(euros(1000n))).toMatchObject({ ok: true, next: { kind: 'REFUND', amountMinor: 1000n } });
    expect(asked(null)).toMatchObject({ ok: true, next: { amountMinor: 4000n } });
    expect(asked(euros(4001n))).toEqual({
      ok: false,
      refusals: [{ code: 'REFUND_EXCEEDS_CAPTURED', refundable: euros(4000n) }],
    });
    for (const amount of [euros(0n), euros(-1n), { amountMinor: 1n, currency: 'USD' }])
      expect(asked(amount)).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_INPUT' }] });
  });

  it.each<PaymentStatus>(['AUTHORIZING', 'AUTHORIZED', 'CAPTURING', 'VOIDED', 'FAILED', 'REFUNDED', 'DISPUTED'])(
    'is refused of a payment that is %s',
    (status) => {
      expect(judgeRefundRequest(aPayment({ status }), { amount: null, isRefundPending: false })).toEqual({
        ok: false,
        refusals: [{ code: 'PAYMENT_NOT_REFUNDABLE', status }],
      });
    },
  );

  it('waits for the one before, as the end of the order does', () => {
    const payment = aPayment(captured);
    expect(judgeRefundRequest(payment, { amount: null, isRefundPending: true })).toEqual({
      ok: false,
      refusals: [{ code: 'REFUND_IN_PROGRESS' }],
    });
    expect(endPayment(payment, true)).toBeNull();
  });

  it('never lets more go back than was taken, and the end of the order gives back exactly the rest', () => {
    const amounts = fc.record({ refundedMinor: fc.bigInt(0n, 4199n), asked: fc.bigInt(-10n, 5000n) });
    fc.assert(
      fc.property(amounts, ({ refundedMinor, asked }) => {
        const status = refundedMinor === 0n ? 'CAPTURED' : 'PARTIALLY_REFUNDED';
        const payment = aPayment({ ...captured, status, refundedMinor });
        const judged = judgeRefundRequest(payment, { amount: euros(asked), isRefundPending: false });
        expect(judged.ok).toBe(asked > 0n && asked <= 4200n - refundedMinor);
        expect(endPayment(payment)?.next).toMatchObject({ kind: 'REFUND', amountMinor: 4200n - refundedMinor });
      }),
    );
  });
});
