import type { DomainEvent } from '@cartograph/events';
import type { Id } from '@cartograph/ids';
import type { Outcome, Transaction } from '@cartograph/outbox';
import type { PaymentCommands } from './payment-commands.ts';

/** Rejected or cancelled is the same for the money: it goes back. */
export const onOrderEnded =
  ({ endOrder }: PaymentCommands) =>
  (tx: Transaction, { data }: DomainEvent<'OrderRejected' | 'OrderCancelled'>): Promise<Outcome> =>
    endOrder(tx, { orderId: data.orderId as Id<'order'>, reason: data.reason });
