import type { EmittedBy, EventName, ReactedBy } from '@cartograph/events';
import { describe, expectTypeOf, it } from 'vitest';
import { type appendEvent, done, type Reactions } from './index.ts';

const react = async () => done;

/** Each line that must not compile is checked by tsc: one that does is an error of its own ("unused directive"). */
describe('a table of reactions', () => {
  it('has exactly the events the catalogue promises', () => {
    expectTypeOf<keyof Reactions<'order'>>().toEqualTypeOf<ReactedBy<'order'>>();
    expectTypeOf<'StockReserved'>().toExtend<ReactedBy<'order'>>();
    expectTypeOf<'OrderPlaced'>().not.toExtend<ReactedBy<'order'>>();
  });

  it('does not compile without a reaction that the catalogue promises', () => {
    const { OrderPlaced, ...incomplete } = {} as Reactions<'product'>;
    expectTypeOf(OrderPlaced).toBeFunction();
    // @ts-expect-error: OrderPlaced is promised
    incomplete satisfies Reactions<'product'>;
    expectTypeOf(incomplete).not.toExtend<Reactions<'product'>>();
  });

  it('does not compile with a reaction to an event that nobody emits', () => {
    const complete = {} as Reactions<'product'>;
    // @ts-expect-error: there is no such event
    ({ ...complete, OrderShouted: react }) satisfies Reactions<'product'>;
    // @ts-expect-error: it is only planned, nobody emits it
    ({ ...complete, CartAbandoned: react }) satisfies Reactions<'product'>;
    // @ts-expect-error: it is emitted, but not promised to this subgraph
    ({ ...complete, PaymentCaptured: react }) satisfies Reactions<'product'>;
    expectTypeOf<'OrderShouted'>().not.toExtend<EventName>();
  });

  it('hands each reaction the data of its own event', () => {
    type Data = Parameters<Reactions<'order'>['StockReserved']>[1]['data'];
    expectTypeOf<Data>().toHaveProperty('expiresAt');
    expectTypeOf<Data>().not.toHaveProperty('shortages');
    expectTypeOf<Reactions<'order'>['StockRejected']>().not.toExtend<Reactions<'order'>['StockReserved']>();
  });
});

describe('an event that is appended', () => {
  it('is one that somebody emits, not one that is only planned', () => {
    expectTypeOf<'OrderPlaced'>().toExtend<EmittedBy<'order'>>();
    expectTypeOf<'OrderPlaced'>().not.toExtend<EmittedBy<'product'>>();
    expectTypeOf<'CartAbandoned'>().not.toExtend<EmittedBy<'order'>>();
    expectTypeOf<Parameters<typeof appendEvent>[1]['name']>().not.toEqualTypeOf<EventName>();
  });
});
