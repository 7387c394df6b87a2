import { type Id, newId } from '@cartograph/ids';
import { isCurrencyCode, type Money } from '@cartograph/money';
import { done, ignored, impossible, type Outcome, type Transaction } from '@cartograph/outbox';
import { isErased } from '@cartograph/personal-data';
import { beginPayment } from '../domain/payment.ts';
import type { Attempts, Orders, Payments } from './ports.ts';

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
  ({ orders, payments, attempts }: { orders: Orders; payments: Payments; attempts: Attempts }) =>
  async (tx: Transaction, { orderId, buyerId, amount, paymentMethodToken }: RequestPayment): Promise<Outcome> => {
    const { amountMinor, currency } = amount;
    const isKnownCurrency: boolean = isCurrencyCode(currency);
    if (!isKnownCurrency) return impossible(`${currency} is no currency`);
    const { isEnded } = await orders.lock(tx, orderId);
    if (buyerId !== null && (await isErased(tx, buyerId))) return ignored;
    if (isEnded || (await payments.findByOrder(tx, orderId))) return ignored;
    const fresh = {
      id: newId('payment'),
      orderId,
      buyerId,
      amountMinor,
      currency,
      paymentMethodToken,
    };
    const payment = beginPayment(fresh);
    await payments.insert(tx, payment);
    await attempts.add(tx, payment.id, { kind: 'AUTHORIZE', amountMinor, delayMs: 0 });
    return done;
  };
