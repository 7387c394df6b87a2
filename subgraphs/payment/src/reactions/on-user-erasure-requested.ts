import type { Id } from '@cartograph/ids';
import type { Reaction } from '@cartograph/outbox';
import type { PaymentCommands } from './payment-commands.ts';

/** Somebody wants to be forgotten: we forget what we hold of them. */
export const onUserErasureRequested =
  (erase: PaymentCommands['erasePerson']): Reaction<'UserErasureRequested'> =>
  (tx, { data }) =>
    erase(tx, { requestId: data.requestId as Id<'datarequest'>, userId: data.userId as Id<'user'> });
