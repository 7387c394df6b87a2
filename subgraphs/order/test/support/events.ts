import { randomUUID } from 'node:crypto';
import type { DomainEvent, EventName, EventPayload } from '@cartograph/events';
import { newId } from '@cartograph/ids';

/** An event of another subgraph as the consumer hands it to a reaction. */
export const anEvent = <Name extends EventName>(
  name: Name,
  data: EventPayload<Name>,
  { aggregateVersion = 1 }: { aggregateVersion?: number } = {},
): DomainEvent<Name> =>
  ({
    name,
    data,
    aggregateVersion,
    eventId: randomUUID(),
    schemaVersion: 1,
    occurredAt: new Date().toISOString(),
    aggregateId: 'aggregate',
    correlationId: 'a-test',
    causationId: null,
    traceparent: null,
    actor: { kind: 'SYSTEM', id: null },
  }) as DomainEvent<Name>;

export type VariantOverrides = Partial<EventPayload<'ProductUpdated'>['variants'][number]>;

/** An active product with one variant for each of the overrides (one by default), at EUR 19.99. */
export const aProduct = (
  overrides: Partial<EventPayload<'ProductUpdated'>> = {},
  variants: readonly VariantOverrides[] = [{}],
): EventPayload<'ProductUpdated'> => ({
  productId: newId('product'),
  slug: 'linen-shirt',
  title: 'Linen shirt',
  status: 'ACTIVE',
  variants: variants.map((variant) => ({
    variantId: newId('variant'),
    sku: 'LINEN-S',
    title: 'S',
    taxClass: 'standard',
    active: true,
    prices: [{ currencyCode: 'EUR', amountMinor: '1999' }],
    ...variant,
  })),
  ...overrides,
});

/** The whole amount of an order, moved. */
export const movedFor = (orderId: string, amountMinor: string) => ({
  paymentId: newId('payment'),
  orderId,
  amountMinor,
  currencyCode: 'EUR',
});
