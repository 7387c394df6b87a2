import type { Id } from '@cartograph/ids';
import { done, ignored, type Outcome, type Transaction } from '@cartograph/outbox';
import { endPayment } from '../domain/end-payment.ts';
import { applyDecision } from './apply-decision.ts';
import type { Attempts, Orders, Payments } from './ports.ts';

export type EndOrder = { readonly orderId: Id<'order'>; readonly reason: string };

/**
 * An order was rejected or cancelled: its money is let go or goes back. What the provider is being asked at this moment
 * is undone when its answer comes; an order nobody asked a payment for gets a tombstone, so that none is started later.
 */
export const endOrder = (dependencies: { orders: Orders; payments: Payments; attempts: Attempts }) => {
  const { orders, payments, attempts } = dependencies;
  const apply = applyDecision(dependencies);
  return async (tx: Transaction, { orderId, reason }: EndOrder): Promise<Outcome> => {
    const { isEnded } = await orders.lock(tx, orderId);
    if (isEnded) return ignored;
    await orders.end(tx, orderId, reason);
    const payment = await payments.findByOrder(tx, orderId);
    const decision = payment && endPayment(payment, await attempts.isRefundPending(tx, payment.id));
    if (decision) await apply(tx, decision);
    return done;
  };
};
