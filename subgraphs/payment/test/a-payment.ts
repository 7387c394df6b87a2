import { newId } from '@cartograph/ids';
import { beginPayment, type Payment } from '../src/domain/payment.ts';

/** A payment of EUR 42.00 that is being authorised; a test says only what matters to it. */
export const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  ...beginPayment({
    id: newId('payment'),
    orderId: newId('order'),
    buyerId: null,
    currency: 'EUR',
    amountMinor: 4200n,
    paymentMethodToken: 'tok_approve',
  }),
  createdAt: new Date('2026-01-01T12:00:00Z'),
  ...changes,
});
