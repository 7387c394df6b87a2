import { randomUUID } from 'node:crypto';
import { catalogue, contractOf, sourceOf } from '@cartograph/events';
import type { Reactions } from '../../src/reactions.ts';
import type { AnyReaction } from '../../src/take-in.ts';

type Delivered = { eventId?: string; name?: string; data?: unknown };

/** The body of a message as EventBridge delivers it: the contract's example of an event order reacts to. */
export const delivered = (
  aggregateId: string,
  { eventId = randomUUID(), name = 'StockReserved', data }: Delivered = {},
) => {
  const contract = contractOf(name);
  return JSON.stringify({
    source: sourceOf(contract?.emitter ?? 'product'),
    'detail-type': name,
    detail: {
      eventId,
      schemaVersion: 1,
      occurredAt: new Date().toISOString(),
      aggregateId,
      aggregateVersion: 1,
      correlationId: 'a-test',
      causationId: null,
      traceparent: null,
      actor: { kind: 'SYSTEM', id: null },
      data: data ?? contract?.example,
    },
  });
};

/** A table of reactions in which every event of order leads to the same one. */
export const reactionsOf = (reaction: AnyReaction): Reactions<'order'> => {
  const heard = catalogue.filter(({ reactors }) => (reactors as readonly string[]).includes('order'));
  return Object.fromEntries(heard.map(({ name }) => [name, reaction])) as unknown as Reactions<'order'>;
};
