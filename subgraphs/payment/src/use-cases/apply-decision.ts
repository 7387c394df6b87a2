import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { Decision, Fact } from '../domain/decision.ts';
import type { Payment } from '../domain/payment.ts';
import type { Payments } from './ports.ts';

/** Writes a decision: the payment, the next call to the provider, and the events. */
export const applyDecision =
  ({ payments }: { payments: Pick<Payments, 'save'> }) =>
  async (tx: Transaction, { payment, facts, next }: Decision): Promise<void> => {
    await payments.save(tx, payment, next);
    for (const fact of facts) await tell(tx, payment, fact);
  };

const tell = (tx: Transaction, { id, orderId, currency }: Payment, fact: Fact): Promise<void> => {
  const event = { aggregateId: id, aggregateVersion: fact.version };
  switch (fact.name) {
    case 'PaymentAuthorized':
    case 'PaymentCaptured':
    case 'PaymentVoided':
    case 'PaymentRefunded': {
      const data = { paymentId: id, orderId, amountMinor: String(fact.amountMinor), currencyCode: currency };
      return appendEvent(tx, { ...event, name: fact.name, data });
    }
    case 'PaymentFailed':
    case 'PaymentCaptureFailed':
      return appendEvent(tx, { ...event, name: fact.name, data: { paymentId: id, orderId, reason: fact.reason } });
    case 'PaymentActionRequired':
      return appendEvent(tx, { ...event, name: fact.name, data: { paymentId: id, orderId } });
  }
};
