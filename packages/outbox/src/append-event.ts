import { contractOf, type EmittedBy, type EventPayload, envelopeSchema, type SubgraphName } from '@cartograph/events';
import { inSpan, traceparentOf } from '@cartograph/telemetry';
import { uuidv7 } from 'uuidv7';
import { aboutEvent } from './measures.ts';
import type { Transaction } from './transaction.ts';

/** PutEvents takes 256 KB a request (AWS: "PutEvents request entry size"); one event may use less, for the envelope around it. */
export const maxEventBytes = 200_000;

/** Thrown when an event would not fit through the bus: refused while its transaction can still be rolled back. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

/** A fact to be told: which aggregate, at which of its versions, and the contract's data. */
export type NewEvent<Name extends string, Data> = {
  readonly name: Name;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly data: Data;
};

/**
 * The one way an event leaves a subgraph: a row that commits with the change it tells of, written when the transaction
 * ends. The data and the envelope are checked by their contracts at once; what breaks them is a bug and throws, as does an
 * event that is too large (EventTooLarge). Write the aggregate's own row in the transaction: its lock is what brings the
 * events of one aggregate, appended by two transactions at once, into the order of their versions.
 */
export const appendEvent = async <Name extends EmittedBy<SubgraphName>>(
  tx: Transaction,
  event: NewEvent<Name, EventPayload<Name>>,
): Promise<void> => {
  const row = rowOf(tx.cause, event);
  const attributes = { ...aboutEvent(event.name, row), 'messaging.operation.type': 'create' };
  inSpan(`create ${event.name}`, { kind: 'producer', attributes }, (span) => {
    tx.closing.events.push({
      event_id: row.eventId,
      name: event.name,
      schema_version: row.schemaVersion,
      aggregate_id: row.aggregateId,
      aggregate_version: row.aggregateVersion,
      correlation_id: row.correlationId,
      causation_id: row.causationId,
      // What the event leads to is part of this span's trace.
      traceparent: span ? traceparentOf(span) : row.traceparent,
      actor: row.actor,
      data: row.data,
    });
  });
};

const envelopeOfRow = envelopeSchema.omit({ occurredAt: true, data: true });

const rowOf = (cause: Transaction['cause'], event: NewEvent<string, unknown>) => {
  const contract = contractOf(event.name);
  if (!contract) throw new Error(`no contract for the event ${event.name}`);
  const data = JSON.stringify(contract.data.parse(event.data));
  const bytes = Buffer.byteLength(data);
  if (bytes > maxEventBytes) {
    throw new EventTooLarge(`${event.name} of ${event.aggregateId} has ${bytes} bytes, at most ${maxEventBytes} pass`);
  }
  // Whoever receives it parses the whole envelope: what would only be refused there must not leave here.
  const envelope = envelopeOfRow.parse({
    ...cause,
    eventId: uuidv7(),
    schemaVersion: contract.version,
    aggregateId: event.aggregateId,
    aggregateVersion: event.aggregateVersion,
  });
  return { ...envelope, data };
};
