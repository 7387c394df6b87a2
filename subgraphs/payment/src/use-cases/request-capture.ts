import type { Id } from '@cartograph/ids';
import type { Money } from '@cartograph/money';
import { done, early, ignored, type Outcome, type Transaction } from '@cartograph/outbox';
import { judgeCapture } from '../domain/judge-capture.ts';
import { applyDecision } from './apply-decision.ts';
import type { Orders, Payments } from './ports.ts';

export type RequestCapture = { readonly orderId: Id<'order'>; readonly amount: Money };

/** Begins to take the held amount of an order's payment, as the state table allows. */
export const requestCapture = (dependencies: { orders: Orders; payments: Payments }) => {
  const { orders, payments } = dependencies;
  const apply = applyDecision(dependencies);
  return async (tx: Transaction, { orderId, amount }: RequestCapture): Promise<Outcome> => {
    const [{ isEnded }, payment] = await Promise.all([orders.lock(tx, orderId), payments.findByOrder(tx, orderId)]);
    if (!payment) return isEnded ? ignored : early;
    const verdict = judgeCapture(payment, { amount, isOrderEnded: isEnded });
    if (verdict.kind !== 'decided') return verdict;
    await apply(tx, verdict.decision);
    return done;
  };
};
