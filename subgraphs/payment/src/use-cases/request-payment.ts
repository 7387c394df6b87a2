import { type Id, newId } from '@cartograph/ids';
import { isCurrencyCode, type Money } from '@cartograph/money';
import { done, ignored, impossible, type Outcome, type Transaction } from '@cartograph/outbox';
import { beginPayment } from '../domain/payment.ts';
import type { Orders, Payments } from './ports.ts';

export type RequestPayment = {
  readonly orderId: Id<'order'>;
  readonly buyerId: Id<'user'> | null;
  readonly amount: Money;
  readonly paymentMethodToken: string;
};

/**
 * Starts the payment of an order, once: an order that has one, whatever became of it, gets no second, and an order that
 * has ended gets none at all. A person who was erased pays no more: their order ends at its deadline, and nothing of them
 * is written again, neither late nor by a replay.
 */
export const requestPayment =
  ({ orders, payments }: { orders: Orders; payments: Payments }) =>
  async (tx: Transaction, { orderId, buyerId, amount, paymentMethodToken }: RequestPayment): Promise<Outcome> => {
    const { amountMinor, currency } = amount;
    const isKnownCurrency: boolean = isCurrencyCode(currency);
    if (!isKnownCurrency) return impossible(`${currency} is no currency`);
    const [{ isEnded }, earlier] = await Promise.all([orders.lock(tx, orderId), payments.findByOrder(tx, orderId)]);
    if (isEnded || earlier) return ignored;
    const fresh = {
      id: newId('payment'),
      orderId,
      buyerId,
      amountMinor,
      currency,
      paymentMethodToken,
    };
    const payment = beginPayment(fresh);
    const isBegun = await payments.begin(tx, payment, { kind: 'AUTHORIZE', amountMinor, delayMs: 0 });
    return isBegun ? done : ignored;
  };
