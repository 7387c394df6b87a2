import { duration } from '../terminal/duration.ts';
import { plainText } from '../terminal/plain-text.ts';
import { table } from '../terminal/table.ts';
import type { ParkedEvent } from './read-parked.ts';

/** Parked events as a table, oldest first. */
export const parkedTable = (events: readonly ParkedEvent[]): string =>
  table(
    events
      .toSorted((a, b) => a.parkedAt.getTime() - b.parkedAt.getTime())
      .map(({ eventId, subgraph, name, aggregateId, aggregateVersion, parkedAt, reason }) => ({
        'event id': eventId,
        subgraph,
        event: plainText(name),
        about: plainText(`${aggregateId} v${aggregateVersion}`),
        parked: duration(Date.now() - parkedAt.getTime()),
        reason: plainText(reason),
      })),
    'No event is parked.',
  );

/** One parked event in full. */
export const parkedText = (event: ParkedEvent): string =>
  [
    `event id  ${event.eventId}`,
    `subgraph  ${event.subgraph}`,
    `event     ${plainText(event.name)}`,
    `about     ${plainText(`${event.aggregateId} v${event.aggregateVersion}`)}`,
    `happened  ${event.occurredAt.toISOString()}`,
    `parked    ${event.parkedAt.toISOString()} after ${event.attempts} attempts`,
    `reason    ${plainText(event.reason.replaceAll(/\s+/g, ' '))}`,
    ...JSON.stringify(event.data, null, 2).split('\n').map(plainText),
  ].join('\n');
