import { money } from '@cartograph/money';
import fc from 'fast-check';
import type { OrderProgress } from '../../src/domain/order.ts';
import { decide } from '../../src/domain/saga/decide.ts';
import type { Decision, SagaCommand, SagaEvent } from '../../src/domain/saga/saga-event.ts';

export const total = money(4_200n, 'EUR');

/** An order that was just placed. */
export const aPlacedOrder = (overrides: Partial<OrderProgress> = {}): OrderProgress => ({
  status: 'PENDING',
  paymentStatus: 'NONE',
  fulfillmentStatus: 'UNFULFILLED',
  awaiting: 'STOCK',
  total,
  paymentVersion: 0,
  rejection: null,
  cancellation: null,
  ...overrides,
});

const paid = (
  name: 'PaymentAuthorized' | 'PaymentCaptured' | 'PaymentVoided' | 'PaymentRefunded',
  paymentVersion: number,
) => ({ name, amount: total, paymentVersion }) as const;

/** What product and payment do in one possible world, in the order in which it happens there, and how the order ends. */
export type World = {
  readonly events: readonly SagaEvent[];
  readonly ends: Pick<OrderProgress, 'status' | 'paymentStatus'>;
};

const reserved: SagaEvent = { name: 'StockReserved' };
const action: SagaEvent = { name: 'PaymentActionRequired' };
const authorized: SagaEvent = paid('PaymentAuthorized', 2);

export const worlds: Readonly<Record<string, World>> = {
  'out of stock': {
    events: [{ name: 'StockRejected', shortages: [] }],
    ends: { status: 'REJECTED', paymentStatus: 'NONE' },
  },
  declined: {
    events: [reserved, action, { name: 'PaymentFailed', reason: 'DECLINED' }],
    ends: { status: 'REJECTED', paymentStatus: 'NONE' },
  },
  'stock lost': {
    events: [reserved, authorized, { name: 'StockCommitFailed' }, paid('PaymentVoided', 3)],
    ends: { status: 'CANCELLED', paymentStatus: 'NONE' },
  },
  'capture failed': {
    events: [
      reserved,
      authorized,
      { name: 'StockCommitted' },
      { name: 'PaymentCaptureFailed' },
      paid('PaymentVoided', 3),
    ],
    ends: { status: 'CANCELLED', paymentStatus: 'NONE' },
  },
  paid: {
    events: [reserved, action, authorized, { name: 'StockCommitted' }, paid('PaymentCaptured', 3)],
    ends: { status: 'CONFIRMED', paymentStatus: 'PAID' },
  },
  refunded: {
    events: [reserved, authorized, { name: 'StockCommitted' }, paid('PaymentCaptured', 3), paid('PaymentRefunded', 4)],
    ends: { status: 'CONFIRMED', paymentStatus: 'REFUNDED' },
  },
};

/** Each event up to three times, in any order. */
export const anyDelivery = (events: readonly SagaEvent[]): fc.Arbitrary<SagaEvent[]> =>
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: events.length, maxLength: events.length }).chain((times) => {
    const deliveries = events.flatMap((event, index) => Array.from({ length: times[index] ?? 1 }, () => event));
    return fc.shuffledSubarray(deliveries, { minLength: deliveries.length, maxLength: deliveries.length });
  });

export type Life = {
  readonly order: OrderProgress;
  readonly told: readonly SagaCommand[];
  readonly decisions: readonly Decision[];
};

/** Hands events to the saga one by one; what is early comes again once everything else was tried. */
export const live = (order: OrderProgress, deliveries: readonly SagaEvent[]): Life => {
  let now = order;
  let waiting = [...deliveries];
  const told: SagaCommand[] = [];
  const decisions: Decision[] = [];
  for (let hasMoved = true; hasMoved && waiting.length > 0; ) {
    hasMoved = false;
    const early: SagaEvent[] = [];
    for (const event of waiting) {
      const decision = decide(now, event);
      decisions.push(decision);
      if (decision.kind === 'early') early.push(event);
      if (decision.kind !== 'done') continue;
      hasMoved = true;
      now = decision.next;
      told.push(...decision.emits);
    }
    waiting = early;
  }
  return { order: now, told, decisions };
};
