import { appendAuditEntry } from '@cartograph/audit';
import type { Id } from '@cartograph/ids';
import type { Money } from '@cartograph/money';
import type { Transaction } from '@cartograph/outbox';
import { judgeRefundRequest, type RefundRefused, refused } from '../domain/judge-refund.ts';
import type { Attempts, Orders, Payments } from './ports.ts';

export type RefundPayment = {
  readonly paymentId: Id<'payment'>;
  /** Null for all that is left. */
  readonly amount: Money | null;
  readonly reason: string;
};

export type RefundBegun = { readonly ok: true; readonly paymentId: Id<'payment'> };

/**
 * Begins to give money back for the staff: the attempt and the audit entry commit together, the provider is asked
 * afterwards by the attempt's key, and PaymentRefunded tells of its answer. Two who ask at once wait for each other, so that
 * what one of them has begun counts for the other.
 */
export const refundPayment =
  ({ orders, payments, attempts }: { orders: Orders; payments: Payments; attempts: Attempts }) =>
  async (tx: Transaction, { paymentId, amount, reason }: RefundPayment): Promise<RefundBegun | RefundRefused> => {
    const known = await payments.find(tx, paymentId);
    if (!known) return refused({ code: 'PAYMENT_NOT_FOUND' });
    await orders.lock(tx, known.orderId);
    // Read again: it may have moved on while the lock was waited for.
    const payment = (await payments.find(tx, paymentId)) ?? known;
    const isRefundPending = await attempts.isRefundPending(tx, paymentId);
    const judged = judgeRefundRequest(payment, { amount, isRefundPending });
    if (!judged.ok) return judged;
    await attempts.add(tx, paymentId, judged.next);
    await appendAuditEntry(tx, { action: 'REFUND_PAYMENT', subjectId: paymentId, customerId: payment.buyerId, reason });
    return { ok: true, paymentId };
  };
