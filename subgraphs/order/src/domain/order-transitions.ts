import type { FulfillmentStatus, OrderProgress, OrderStatus, PaymentStatus } from './order.ts';

/** One permitted step of one axis: where it leads, what must hold, and what is said when it does not. */
type Step<Status> = {
  readonly to: Status;
  readonly isPermitted?: (order: OrderProgress) => boolean;
  readonly refusal?: string;
};
type Steps<Status extends string> = { readonly [From in Status]: readonly Step<Status>[] };

const isUnsent = (order: OrderProgress): boolean => order.fulfillmentStatus === 'UNFULFILLED';

const status: Steps<OrderStatus> = {
  PENDING: [
    {
      to: 'CONFIRMED',
      isPermitted: ({ awaiting }) => awaiting === 'PAYMENT',
      refusal: 'the payment was not asked for',
    },
    { to: 'REJECTED' },
    { to: 'CANCELLED' },
  ],
  CONFIRMED: [
    {
      to: 'FULFILLING',
      isPermitted: ({ awaiting }) => awaiting !== 'STOCK_COMMIT',
      refusal: 'the stock is not certain',
    },
    { to: 'CANCELLED', isPermitted: isUnsent, refusal: 'goods have been sent' },
  ],
  FULFILLING: [
    {
      to: 'COMPLETED',
      isPermitted: (order) => order.fulfillmentStatus === 'FULFILLED',
      refusal: 'goods are still to be sent',
    },
  ],
  COMPLETED: [],
  REJECTED: [],
  CANCELLED: [],
};

/** Facts about money may skip steps, as an event that is overtaken by a newer one is never noted; they never go back. */
const paymentStatus: Steps<PaymentStatus> = {
  NONE: [
    { to: 'AUTHORIZED' },
    { to: 'PARTIALLY_PAID' },
    { to: 'PAID' },
    { to: 'PARTIALLY_REFUNDED' },
    { to: 'REFUNDED' },
  ],
  AUTHORIZED: [
    { to: 'NONE' },
    { to: 'PARTIALLY_PAID' },
    { to: 'PAID' },
    { to: 'PARTIALLY_REFUNDED' },
    { to: 'REFUNDED' },
  ],
  PARTIALLY_PAID: [{ to: 'PAID' }, { to: 'PARTIALLY_REFUNDED' }, { to: 'REFUNDED' }, { to: 'DISPUTED' }],
  PAID: [{ to: 'PARTIALLY_REFUNDED' }, { to: 'REFUNDED' }, { to: 'DISPUTED' }],
  PARTIALLY_REFUNDED: [{ to: 'REFUNDED' }, { to: 'DISPUTED' }],
  REFUNDED: [{ to: 'DISPUTED' }],
  DISPUTED: [{ to: 'PAID' }, { to: 'REFUNDED' }],
};

const fulfillmentStatus: Steps<FulfillmentStatus> = {
  UNFULFILLED: [{ to: 'PARTIALLY_FULFILLED' }, { to: 'FULFILLED' }],
  PARTIALLY_FULFILLED: [{ to: 'FULFILLED' }],
  FULFILLED: [],
};

/** The three axes of an order's life; what is not in the table does not happen. */
export const orderTransitions = { status, paymentStatus, fulfillmentStatus } as const;

type Axis = keyof typeof orderTransitions;

/** Null when the order may take this step; otherwise the reason why it may not, as a sentence. */
export const refusalOf = <A extends Axis>(order: OrderProgress, axis: A, to: OrderProgress[A]): string | null => {
  const steps: readonly Step<string>[] = (orderTransitions[axis] as Steps<string>)[order[axis]] ?? [];
  const step = steps.find((candidate) => candidate.to === to);
  if (!step) return `${axis} ${order[axis]} never becomes ${to}`;
  if (step.isPermitted && !step.isPermitted(order)) return `${axis} cannot become ${to}: ${step.refusal}`;
  return null;
};
