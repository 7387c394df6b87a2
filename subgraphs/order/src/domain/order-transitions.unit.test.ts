import { describe, expect, it } from 'vitest';
import { aPlacedOrder } from '../../test/support/saga-world.ts';
import { orderTransitions, refusalOf } from './order-transitions.ts';

describe('the transitions of an order', () => {
  it('never leave an end', () => {
    expect(orderTransitions.status.REJECTED).toEqual([]);
    expect(orderTransitions.status.CANCELLED).toEqual([]);
    expect(orderTransitions.status.COMPLETED).toEqual([]);
  });

  it('refuse with a reason what is not in the table', () => {
    const rejected = aPlacedOrder({ status: 'REJECTED' });
    expect(refusalOf(rejected, 'status', 'CONFIRMED')).toBe('status REJECTED never becomes CONFIRMED');
    expect(refusalOf(aPlacedOrder({ paymentStatus: 'PAID' }), 'paymentStatus', 'NONE')).toBe(
      'paymentStatus PAID never becomes NONE',
    );
  });

  it('refuse with a reason what a guard forbids', () => {
    expect(refusalOf(aPlacedOrder({ awaiting: 'STOCK' }), 'status', 'CONFIRMED')).toBe(
      'status cannot become CONFIRMED: the payment was not asked for',
    );
    const sent = aPlacedOrder({ status: 'CONFIRMED', awaiting: 'NOTHING', fulfillmentStatus: 'FULFILLED' });
    expect(refusalOf(sent, 'status', 'CANCELLED')).toBe('status cannot become CANCELLED: goods have been sent');
  });

  it('permit what is in the table and not forbidden', () => {
    expect(refusalOf(aPlacedOrder({ awaiting: 'PAYMENT' }), 'status', 'CONFIRMED')).toBeNull();
    expect(refusalOf(aPlacedOrder(), 'fulfillmentStatus', 'FULFILLED')).toBeNull();
  });
});
