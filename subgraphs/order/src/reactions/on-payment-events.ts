import type { DomainEvent } from '@cartograph/events';
import { money } from '@cartograph/money';
import type { Outcome, Reactions, Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/ids.ts';
import type { advanceOrder } from '../use-cases/advance-order.ts';

type MoneyMoved = 'PaymentAuthorized' | 'PaymentCaptured' | 'PaymentVoided' | 'PaymentRefunded';
type PaymentReactions = Pick<
  Reactions<'order'>,
  MoneyMoved | 'PaymentFailed' | 'PaymentActionRequired' | 'PaymentCaptureFailed'
>;

/** What payment says of an order's money. */
export const onPaymentEvents = (advance: ReturnType<typeof advanceOrder>): PaymentReactions => {
  const onMoneyMoved = (tx: Transaction, moved: DomainEvent<MoneyMoved>): Promise<Outcome> => {
    const { orderId, amountMinor, currencyCode } = moved.data;
    const amount = money(BigInt(amountMinor), currencyCode);
    const event = { name: moved.name, amount, paymentVersion: moved.aggregateVersion };
    return advance(tx, { orderId: orderId as OrderId, event });
  };
  return {
    PaymentAuthorized: onMoneyMoved,
    PaymentCaptured: onMoneyMoved,
    PaymentVoided: onMoneyMoved,
    PaymentRefunded: onMoneyMoved,
    PaymentFailed: (tx, { name, data: { orderId, reason } }) =>
      advance(tx, { orderId: orderId as OrderId, event: { name, reason } }),
    PaymentActionRequired: (tx, { name, data }) => advance(tx, { orderId: data.orderId as OrderId, event: { name } }),
    PaymentCaptureFailed: (tx, { name, data }) => advance(tx, { orderId: data.orderId as OrderId, event: { name } }),
  };
};
