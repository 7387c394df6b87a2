import { randomUUID } from 'node:crypto';
import { queueRoutes } from '@cartograph/events';
import { newId } from '@cartograph/ids';
import type { Supergraph } from '@cartograph/testing';
import { openQueues } from '../../support/queues.ts';
import type { Fault } from './fault.ts';

export type Poison = { readonly bodies: readonly string[]; readonly fault: Fault };

/** Fills every queue with what is no event, what nobody knows, and a known event whose data is broken: so many of each. */
export const poison = (supergraph: Supergraph, each: number): Poison => {
  const planned = queueRoutes().flatMap(({ queueName, pattern }) =>
    Array.from({ length: each }, (_, index) => ({
      queueName,
      bodies: [
        `not an event ${queueName} ${index}`,
        event(`NobodyKnowsThis${index}`, pattern.source[0] ?? ''),
        event(pattern['detail-type'][index % pattern['detail-type'].length] ?? '', pattern.source[0] ?? ''),
      ],
    })),
  );
  return {
    bodies: planned.flatMap(({ bodies }) => bodies),
    fault: {
      name: 'the queues are filled with poison',
      strike: async () => {
        const queues = openQueues(supergraph);
        for (const { queueName, bodies } of planned) await queues.send(queueName, bodies);
        queues.close();
      },
    },
  };
};

/** All is right with its envelope: only the name, or the data, is not what anybody promised. */
const event = (name: string, source: string): string =>
  JSON.stringify({
    source,
    'detail-type': name,
    detail: {
      eventId: randomUUID(),
      schemaVersion: 1,
      occurredAt: new Date().toISOString(),
      aggregateId: newId('order'),
      aggregateVersion: 1,
      correlationId: randomUUID(),
      causationId: null,
      traceparent: null,
      actor: { kind: 'SYSTEM', id: null },
      data: { isBroken: true },
    },
  });
