import { money } from '@cartograph/money';
import { describe, expect, it } from 'vitest';
import { aPlacedOrder, total } from '../../../test/support/saga-world.ts';
import type { OrderProgress } from '../order.ts';
import { decide } from './decide.ts';
import type { SagaEvent, SagaEventName } from './saga-event.ts';
import { phaseOf } from './verdicts.ts';

const part = money(4_000n, 'EUR');

/** Every event there is; those that carry an amount with the whole and with a part of it. A name left out does not compile. */
const variantsOf: { readonly [Name in SagaEventName]: readonly SagaEvent[] } = {
  StockReserved: [{ name: 'StockReserved' }],
  StockRejected: [{ name: 'StockRejected', shortages: [] }],
  StockCommitted: [{ name: 'StockCommitted' }],
  StockCommitFailed: [{ name: 'StockCommitFailed' }],
  PaymentActionRequired: [{ name: 'PaymentActionRequired' }],
  PaymentAuthorized: [
    { name: 'PaymentAuthorized', amount: total, paymentVersion: 2 },
    { name: 'PaymentAuthorized', amount: part, paymentVersion: 2 },
  ],
  PaymentFailed: [
    { name: 'PaymentFailed', reason: 'DECLINED' },
    { name: 'PaymentFailed', reason: 'ACTION_EXPIRED' },
  ],
  PaymentCaptured: [
    { name: 'PaymentCaptured', amount: total, paymentVersion: 4 },
    { name: 'PaymentCaptured', amount: part, paymentVersion: 3 },
  ],
  PaymentCaptureFailed: [{ name: 'PaymentCaptureFailed' }],
  PaymentVoided: [{ name: 'PaymentVoided', amount: total, paymentVersion: 3 }],
  PaymentRefunded: [
    { name: 'PaymentRefunded', amount: total, paymentVersion: 6 },
    { name: 'PaymentRefunded', amount: part, paymentVersion: 5 },
  ],
  DeadlinePassed: [{ name: 'DeadlinePassed' }],
};
const alphabet = Object.values(variantsOf).flat();

const keyOf = (order: OrderProgress): string =>
  JSON.stringify(order, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** Every state that a placed order can come to, whatever it hears, in the order of their distance. */
const reachable = (() => {
  const found = new Map([[keyOf(aPlacedOrder()), aPlacedOrder()]]);
  for (const order of found.values()) {
    for (const event of alphabet) {
      const decision = decide(order, event);
      if (decision.kind === 'done') found.set(keyOf(decision.next), decision.next);
    }
  }
  return [...found.values()];
})();

const isOver = (order: OrderProgress): boolean => ['SETTLED', 'ENDED'].includes(phaseOf(order));
const named = reachable.map(
  (order) => [`${order.status}, ${order.paymentStatus}, waits for ${order.awaiting}`, order] as const,
);

/** What the party that an order waits for may answer: one of these comes, sooner or later. */
const answers: Readonly<Record<string, readonly SagaEventName[]>> = {
  STOCK: ['StockReserved', 'StockRejected'],
  PAYMENT: ['PaymentAuthorized', 'PaymentFailed'],
  STOCK_COMMIT: ['StockCommitted', 'StockCommitFailed'],
  CAPTURE: ['PaymentCaptured', 'PaymentCaptureFailed'],
};

/** Steps to the nearest end when only expected answers come; Infinity when there is none. */
const stepsToEnd = (order: OrderProgress, limit = 8): number => {
  if (isOver(order)) return 0;
  if (limit === 0) return Number.POSITIVE_INFINITY;
  const next = (answers[order.awaiting] ?? [])
    .flatMap((name) => variantsOf[name])
    .map((event) => decide(order, event))
    .flatMap((decision) => (decision.kind === 'done' ? stepsToEnd(decision.next, limit - 1) : []));
  return 1 + Math.min(...next);
};

describe('the model of the checkout saga', () => {
  it('knows every phase of an order and both ways for it to be over', () => {
    expect(new Set(reachable.map(phaseOf))).toEqual(
      new Set(['STOCK', 'PAYMENT', 'STOCK_COMMIT', 'CAPTURE', 'SETTLED', 'ENDED']),
    );
    expect(new Set(reachable.filter(isOver).map(({ status }) => status))).toEqual(
      new Set(['CONFIRMED', 'REJECTED', 'CANCELLED']),
    );
  });

  it.each(named)('judges every event when an order is %s', (_, order) => {
    for (const event of alphabet) {
      const decision = decide(order, event);
      expect(['done', 'ignored', 'early', 'impossible']).toContain(decision.kind);
      if (decision.kind === 'impossible') expect(decision.reason).not.toBe('');
    }
  });

  it.each(named)('has a way to an end when an order is %s', (_, order) => {
    expect(stepsToEnd(order)).toBeLessThanOrEqual(4);
  });

  it.each(named.filter(([, order]) => !isOver(order)))(
    'takes whichever answer comes when an order is %s',
    (_, order) => {
      for (const name of answers[order.awaiting] ?? []) {
        const taken = variantsOf[name].some((event) => decide(order, event).kind === 'done');
        expect({ name, taken }).toEqual({ name, taken: true });
      }
    },
  );

  it.each(named.filter(([, { status }]) => status === 'PENDING'))(
    'ends by its deadline when an order is %s',
    (_, order) => {
      expect(decide(order, { name: 'DeadlinePassed' })).toMatchObject({ kind: 'done', next: { status: 'REJECTED' } });
    },
  );

  it.each(named.filter(([, order]) => isOver(order)))('lets no event wait for ever when an order is %s', (_, order) => {
    const waiting = alphabet.filter((event) => decide(order, event).kind === 'early');
    expect(waiting).toEqual([]);
  });

  it.each(named)('judges an event that it has just taken as done before when an order is %s', (_, order) => {
    for (const event of alphabet) {
      const first = decide(order, event);
      if (first.kind !== 'done' || event.name === 'PaymentActionRequired') continue;
      expect(decide(first.next, event)).toEqual({ kind: 'ignored' });
    }
  });
});
