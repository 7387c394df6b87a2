import { describe, expect, it } from 'vitest';
import { eventOf } from './product-state.ts';
import { canBecome, productTransitions } from './product-status.ts';
import { canTurn, reservationTransitions, whenConfirmed, whenEnded } from './reservation.ts';
import { stockMoves } from './stock-level.ts';

describe('the life of a product', () => {
  it('never goes back to a draft', () => {
    expect(Object.values(productTransitions).flat()).not.toContain('DRAFT');
    expect(canBecome('ACTIVE', 'DRAFT')).toBe(false);
    expect(canBecome('DRAFT', 'DRAFT')).toBe(true);
  });

  it.each([
    [null, 'ACTIVE', 'ProductPublished'],
    [null, 'DRAFT', null],
    [null, 'ARCHIVED', null],
    ['DRAFT', 'ACTIVE', 'ProductPublished'],
    ['DRAFT', 'DRAFT', null],
    ['ACTIVE', 'ACTIVE', 'ProductUpdated'],
    ['ACTIVE', 'ARCHIVED', 'ProductArchived'],
    ['ARCHIVED', 'ARCHIVED', 'ProductUpdated'],
    ['ARCHIVED', 'ACTIVE', 'ProductUpdated'],
  ] as const)('from %s to %s is told as %s', (before, after, name) => {
    expect(eventOf(before, after)).toBe(name);
  });
});

describe('the life of a reservation', () => {
  it('ends with its release', () => {
    expect(reservationTransitions.RELEASED).toEqual([]);
    expect(canTurn('EXPIRED', 'COMMITTED')).toBe(false);
    expect(canTurn('EXPIRED', 'HELD')).toBe(true);
  });

  it('only ever takes steps of the state table', () => {
    const target = {
      COMMIT: 'COMMITTED',
      HOLD_ANEW: 'HELD',
      FREE: 'RELEASED',
      RESTOCK: 'RELEASED',
      CLOSE: 'RELEASED',
    } as const;
    const judgements = [whenConfirmed, whenEnded.CANCELLED, whenEnded.REJECTED].flatMap((table) =>
      Object.entries(table).flatMap(([from, step]) =>
        step in target ? [[from, target[step as keyof typeof target]]] : [],
      ),
    );
    expect(judgements).toHaveLength(7);
    for (const [from, to] of judgements) expect(canTurn(from as 'HELD', to as 'HELD'), `${from} -> ${to}`).toBe(true);
  });
});

describe('moves of stock', () => {
  it.each(Object.entries(stockMoves))(
    'keep on hand = available + reserved: %s',
    (_, { onHand, reserved, available }) => {
      expect(onHand).toBe(available + reserved);
    },
  );
});
