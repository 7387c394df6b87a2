import type { Id } from '@cartograph/ids';
import type { Reaction } from '@cartograph/outbox';
import type { PaymentCommands } from './payment-commands.ts';

export const onCaptureRequested =
  ({ requestCapture }: PaymentCommands): Reaction<'CaptureRequested'> =>
  (tx, { data }) =>
    requestCapture(tx, {
      orderId: data.orderId as Id<'order'>,
      amount: { amountMinor: BigInt(data.amountMinor), currency: data.currencyCode },
    });
