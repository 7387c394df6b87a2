import { describe, expect, it } from 'vitest';
import type { ChainEvent } from './chain-event.ts';
import { chainText } from './chain-text.ts';
import { chainOf, treesOf } from './chain-tree.ts';

const order = 'order_01jd8q3v9kf7ztm5w2c4x6y8za';
const at = (milliseconds: number) => new Date(Date.UTC(2026, 0, 1, 12) + milliseconds);

const anEvent = (eventId: string, changes: Partial<ChainEvent> = {}): ChainEvent => ({
  eventId,
  name: 'OrderPlaced',
  emitter: 'order',
  aggregateId: order,
  aggregateVersion: 1,
  correlationId: 'request-1',
  causationId: null,
  orderId: order,
  occurredAt: at(0),
  sentAt: at(1),
  parkedAt: null,
  lastError: null,
  intakes: [{ subgraph: 'product', takenAt: at(9) }],
  ...changes,
});

const placed = anEvent('1');
const reserved = anEvent('2', {
  name: 'StockReserved',
  emitter: 'product',
  causationId: '1',
  occurredAt: at(20),
  intakes: [],
});
const level = anEvent('3', {
  name: 'StockLevelChanged',
  emitter: 'product',
  aggregateId: 'variant_x',
  orderId: null,
  causationId: '1',
  occurredAt: at(15),
  intakes: [],
});
const stranger = anEvent('4', { aggregateId: 'order_other', orderId: 'order_other' });

describe('the chain of an order', () => {
  it('has what followed from the order’s events, though it does not name the order', () => {
    expect(
      chainOf(order, [placed, reserved, level])
        .map(({ eventId }) => eventId)
        .sort(),
    ).toEqual(['1', '2', '3']);
  });

  it('leaves out what only came from the same request', () => {
    expect(chainOf(order, [placed, stranger])).toEqual([placed]);
  });

  it('has what led to an event of the order', () => {
    const payment = anEvent('5', { causationId: '3' });
    expect(chainOf(order, [payment, { ...level, causationId: null }])).toHaveLength(2);
  });

  it('is empty for an order that nothing tells of', () => {
    expect(treesOf(chainOf('order_none', [placed, reserved]))).toEqual([]);
  });
});

describe('the tree of a chain', () => {
  it('has each event below its cause, in the order in which they happened', () => {
    const [root] = treesOf([reserved, level, placed]);
    expect(root?.event).toBe(placed);
    expect(root?.followers.map(({ event }) => event.name)).toEqual(['StockLevelChanged', 'StockReserved']);
  });

  it('begins anew where the cause is no longer kept', () => {
    expect(treesOf([reserved, level]).map(({ event }) => event.name)).toEqual(['StockLevelChanged', 'StockReserved']);
    expect(chainText(treesOf([reserved]))).toContain('its cause 1 is no longer kept');
  });

  it('reads as a tree with who took each event in', () => {
    expect(chainText(treesOf([placed, level, reserved]))).toBe(
      [
        `OrderPlaced  order  ${order} v1  2026-01-01T12:00:00.000Z`,
        '│    taken in by product after 9 ms',
        '├─ StockLevelChanged  product  variant_x v1  +15 ms',
        `└─ StockReserved  product  ${order} v1  +20 ms`,
        '        NOT taken in by order',
      ].join('\n'),
    );
  });

  it('says of an event that was not sent why', () => {
    const stuck = anEvent('1', { sentAt: null, lastError: 'ThrottlingException', intakes: [] });
    const parked = anEvent('2', { sentAt: null, parkedAt: at(5), lastError: 'too large', intakes: [] });
    expect(chainText(treesOf([stuck]))).toContain('NOT sent yet: ThrottlingException');
    expect(chainText(treesOf([parked]))).toContain('PARKED, the bus does not take it: too large');
  });
});
