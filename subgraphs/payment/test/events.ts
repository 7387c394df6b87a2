import type { DomainEvent, EventName, EventPayload } from '@cartograph/events';
import { type Id, newId } from '@cartograph/ids';

const eventOf = <Name extends EventName>(
  name: Name,
  aggregateId: string,
  data: EventPayload<Name>,
): DomainEvent<Name> =>
  ({
    name,
    eventId: crypto.randomUUID(),
    schemaVersion: 1,
    occurredAt: new Date().toISOString(),
    aggregateId,
    aggregateVersion: 2,
    correlationId: crypto.randomUUID(),
    causationId: null,
    traceparent: null,
    actor: { kind: 'GUEST', id: null },
    data,
  }) as DomainEvent<Name>;

type Wanted = { buyerId?: Id<'user'> | null; paymentMethodToken?: string; amountMinor?: string; currencyCode?: string };

/** The order's events as they come from the bus; each call is a new event. */
export const anOrder = (orderId: Id<'order'> = newId('order')) => ({
  id: orderId,
  paymentRequested: (wanted: Wanted = {}) =>
    eventOf('PaymentRequested', orderId, {
      orderId,
      buyerId: null,
      amountMinor: '4200',
      currencyCode: 'EUR',
      paymentMethodToken: 'tok_approve',
      ...wanted,
    }),
  captureRequested: (amountMinor = '4200', currencyCode = 'EUR') =>
    eventOf('CaptureRequested', orderId, { orderId, amountMinor, currencyCode }),
  rejected: () => eventOf('OrderRejected', orderId, { orderId, reason: 'TIMED_OUT' }),
  cancelled: () => eventOf('OrderCancelled', orderId, { orderId, reason: 'CUSTOMER_REQUEST' }),
});

/** A buyer wants to be erased. */
export const erasureRequested = (userId: Id<'user'>) => {
  const requestId = newId('datarequest');
  return eventOf('UserErasureRequested', requestId, { requestId, userId, requestedAt: new Date().toISOString() });
};
