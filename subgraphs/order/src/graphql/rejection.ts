import type { Order } from '../domain/order.ts';
import type { OutOfStock, PaymentActionExpired, PaymentDeclined, TimedOut } from './generated/resolver-types.ts';

type Named<Type extends { __typename?: string }> = Type & { __typename: NonNullable<Type['__typename']> };
type Told = Named<OutOfStock> | Named<PaymentDeclined> | Named<PaymentActionExpired> | Named<TimedOut>;

/** Why an order was rejected, as a member of the graph's union. */
export const rejectionOf = ({ rejection, endedAt, pendingUntil }: Order): Told | null => {
  if (!rejection || !endedAt) return null;
  switch (rejection.reason) {
    case 'OUT_OF_STOCK':
      return { __typename: 'OutOfStock', shortages: [...rejection.shortages], rejectedAt: endedAt };
    case 'PAYMENT_DECLINED':
      return { __typename: 'PaymentDeclined', reason: rejection.declineReason, rejectedAt: endedAt };
    case 'PAYMENT_ACTION_EXPIRED':
      return { __typename: 'PaymentActionExpired', rejectedAt: endedAt };
    case 'TIMED_OUT':
      return { __typename: 'TimedOut', deadline: pendingUntil, rejectedAt: endedAt };
  }
};
