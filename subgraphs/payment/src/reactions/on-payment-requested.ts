import type { Id } from '@cartograph/ids';
import type { Reaction } from '@cartograph/outbox';
import type { PaymentCommands } from './payment-commands.ts';

export const onPaymentRequested =
  ({ requestPayment }: PaymentCommands): Reaction<'PaymentRequested'> =>
  (tx, { data }) =>
    requestPayment(tx, {
      // The contract has checked the ids' form.
      orderId: data.orderId as Id<'order'>,
      buyerId: data.buyerId as Id<'user'> | null,
      amount: { amountMinor: BigInt(data.amountMinor), currency: data.currencyCode },
      paymentMethodToken: data.paymentMethodToken,
    });
