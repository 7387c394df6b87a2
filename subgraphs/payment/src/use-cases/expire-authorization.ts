import type { Transaction } from '@cartograph/outbox';
import { expirePayment } from '../domain/end-payment.ts';
import type { Payment } from '../domain/payment.ts';
import { applyDecision } from './apply-decision.ts';
import type { Orders, Payments } from './ports.ts';

/** Lets go the money of a payment that was held past its deadline. False when it moved on meanwhile. */
export const expireAuthorization = (dependencies: { orders: Orders; payments: Payments }) => {
  const { orders, payments } = dependencies;
  const apply = applyDecision(dependencies);
  return async (tx: Transaction, { id, orderId }: Pick<Payment, 'id' | 'orderId'>): Promise<boolean> => {
    await orders.lock(tx, orderId);
    const payment = await payments.find(tx, id);
    const decision = payment && expirePayment(payment);
    if (!decision) return false;
    await apply(tx, decision);
    return true;
  };
};
