import type { Reactions } from '@cartograph/outbox';
import { onCaptureRequested } from './on-capture-requested.ts';
import { onOrderEnded } from './on-order-ended.ts';
import { onPaymentRequested } from './on-payment-requested.ts';
import { onUserErasureRequested } from './on-user-erasure-requested.ts';
import type { PaymentCommands } from './payment-commands.ts';

/** What this subgraph does when it hears of others. */
export const createReactions = (commands: PaymentCommands): Reactions<'payment'> => ({
  PaymentRequested: onPaymentRequested(commands),
  CaptureRequested: onCaptureRequested(commands),
  OrderRejected: onOrderEnded(commands),
  OrderCancelled: onOrderEnded(commands),
  UserErasureRequested: onUserErasureRequested(commands.erasePerson),
});
