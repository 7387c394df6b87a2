import { money } from '@cartograph/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDelivery, aPlacedOrder, live, total, worlds } from '../../../test/support/saga-world.ts';
import type { OrderProgress } from '../order.ts';
import { decide } from './decide.ts';
import type { SagaCommand, SagaEvent } from './saga-event.ts';

const everyEvent: readonly SagaEvent[] = [
  ...new Map(
    Object.values(worlds).flatMap(({ events }) => events.map((event) => [JSON.stringify([event.name]), event])),
  ).values(),
  { name: 'DeadlinePassed' },
];
const anyEvent = fc.constantFrom(...everyEvent);

/** What the database's CHECK constraints say as well. */
const isSound = ({ status, awaiting, rejection, cancellation }: OrderProgress): boolean => {
  const permitted = { PENDING: ['STOCK', 'PAYMENT'], CONFIRMED: ['STOCK_COMMIT', 'CAPTURE', 'NOTHING'] }[
    status as 'PENDING'
  ];
  return (
    (permitted ?? ['NOTHING']).includes(awaiting) &&
    (status === 'REJECTED') === (rejection !== null) &&
    (status === 'CANCELLED') === (cancellation !== null)
  );
};

const hasEnded = ({ status }: OrderProgress): boolean => status === 'REJECTED' || status === 'CANCELLED';

/** What an event does to an order; nothing, when it is not taken. */
const stepOf = (order: OrderProgress, event: SagaEvent) => {
  const decision = decide(order, event);
  return decision.kind === 'done' ? decision : { next: order, emits: [] };
};

const timesOf = (told: readonly SagaCommand[], name: SagaCommand): number => told.filter((one) => one === name).length;

describe('the checkout saga', () => {
  it.each(Object.entries(worlds))(
    'ends as it must when %s, however often and in whatever order it hears of it',
    (_, world) => {
      fc.assert(
        fc.property(anyDelivery(world.events), (deliveries) => {
          const { order, told } = live(aPlacedOrder(), deliveries);
          expect(order).toMatchObject(world.ends);
          expect(new Set(told).size).toBe(told.length);
          expect(timesOf(told, 'CaptureRequested')).toBe(
            world.events.some(({ name }) => name === 'StockCommitted') ? 1 : 0,
          );
        }),
        { numRuns: 500 },
      );
    },
  );

  it.each(Object.entries(worlds))('never stays pending when its deadline passes at any moment while %s', (_, world) => {
    fc.assert(
      fc.property(anyDelivery([...world.events, { name: 'DeadlinePassed' }]), (deliveries) => {
        const { order, told } = live(aPlacedOrder(), deliveries);
        expect(order.status).not.toBe('PENDING');
        expect(order.awaiting).toBe('NOTHING');
        expect(timesOf(told, 'OrderRejected') + timesOf(told, 'OrderConfirmed')).toBe(1);
        if (order.status === 'REJECTED') expect(timesOf(told, 'CaptureRequested')).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.entries(worlds))(
    'never stays pending when its deadline passes and no more is heard, while %s',
    (_, world) => {
      for (let heard = 0; heard <= world.events.length; heard += 1) {
        const { order } = live(aPlacedOrder(), [...world.events.slice(0, heard), { name: 'DeadlinePassed' }]);
        expect(order.status).not.toBe('PENDING');
      }
    },
  );

  it('keeps its promises whatever it is told, also by parties that contradict themselves', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        let order = aPlacedOrder();
        const told: SagaCommand[] = [];
        for (const event of events) {
          const step = stepOf(order, event);
          if (hasEnded(order)) expect(step).toMatchObject({ emits: [], next: { status: order.status } });
          order = step.next;
          told.push(...step.emits);
          expect(isSound(order)).toBe(true);
        }
        expect(new Set(told).size).toBe(told.length);
        if (told.includes('OrderRejected')) expect(told).not.toContain('OrderConfirmed');
        if (told.includes('CaptureRequested')) expect(told).toContain('OrderConfirmed');
      }),
      { numRuns: 2_000 },
    );
  });

  it('waits for the buyer when the bank asks for more', () => {
    const { order, told } = live(aPlacedOrder({ awaiting: 'PAYMENT' }), [{ name: 'PaymentActionRequired' }]);
    expect(order).toMatchObject({ status: 'PENDING', awaiting: 'PAYMENT' });
    expect(told).toEqual([]);
  });

  it('does not confirm an order for less than its total', () => {
    const event = { name: 'PaymentAuthorized', amount: money(4_199n, 'EUR'), paymentVersion: 2 } as const;
    expect(decide(aPlacedOrder({ awaiting: 'PAYMENT' }), event)).toMatchObject({ kind: 'impossible' });
  });

  it('only notes money that is authorised too late, and says nothing twice about it', () => {
    const rejected = aPlacedOrder({ status: 'REJECTED', awaiting: 'NOTHING', rejection: { reason: 'TIMED_OUT' } });
    expect(decide(rejected, { name: 'PaymentAuthorized', amount: total, paymentVersion: 2 })).toMatchObject({
      kind: 'done',
      next: { status: 'REJECTED', paymentStatus: 'AUTHORIZED' },
      emits: [],
    });
  });

  it('ignores an older fact about money that comes after a newer one', () => {
    const ended = aPlacedOrder({
      status: 'CANCELLED',
      awaiting: 'NOTHING',
      cancellation: { reason: 'STOCK_LOST' },
      paymentVersion: 3,
    });
    expect(decide(ended, { name: 'PaymentAuthorized', amount: total, paymentVersion: 2 })).toEqual({ kind: 'ignored' });
  });

  it.each([
    ['StockRejected', 'PAYMENT'],
    ['PaymentFailed', 'STOCK_COMMIT'],
    ['StockCommitFailed', 'CAPTURE'],
  ] as const)('sends %s to the dead letters when it contradicts an order that waits for %s', (name, awaiting) => {
    const event = everyEvent.find((one) => one.name === name);
    const order = aPlacedOrder({ awaiting, status: awaiting === 'PAYMENT' ? 'PENDING' : 'CONFIRMED' });
    expect(event && decide(order, event)).toEqual({
      kind: 'impossible',
      reason: `${name} contradicts an order in phase ${awaiting}`,
    });
  });

  it('takes a part of the amount for a part', () => {
    const order = aPlacedOrder({
      status: 'CONFIRMED',
      paymentStatus: 'AUTHORIZED',
      awaiting: 'CAPTURE',
      paymentVersion: 2,
    });
    const captured = decide(order, { name: 'PaymentCaptured', amount: money(4_000n, 'EUR'), paymentVersion: 3 });
    expect(captured).toMatchObject({ kind: 'done', next: { paymentStatus: 'PARTIALLY_PAID', awaiting: 'CAPTURE' } });
  });
});
