import { type EventContract, type EventVersion, sourceOf } from '@cartograph/events';

/** The example of a contract as EventBridge would deliver it. */
export const deliveredExample = (contract: EventContract, { version, example }: EventVersion) => ({
  version: '0',
  id: '5f0d0b52-9f7a-4f4f-8f0d-1f2e3d4c5b6a',
  'detail-type': contract.name,
  source: sourceOf(contract.emitter),
  account: '000000000000',
  time: '2026-01-01T12:00:01Z',
  region: 'eu-central-1',
  resources: [],
  detail: {
    eventId: '019b0000-0000-7000-8000-000000000000',
    schemaVersion: version,
    occurredAt: '2026-01-01T12:00:00.000Z',
    aggregateId: aggregateOf(example),
    aggregateVersion: 1,
    correlationId: '019b0000-0000-7000-8000-000000000001',
    causationId: null,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    actor: { kind: 'SYSTEM', id: null },
    data: example,
  },
});

/** By convention the first field of an event is the id of what it happened to. */
const aggregateOf = (example: unknown): string => String(Object.values(example as Record<string, unknown>)[0]);
