import { contractOf, type EmittedBy, type EventPayload, envelopeSchema, type SubgraphName } from '@cartograph/events';
import { inSpan, traceparentOf } from '@cartograph/telemetry';
import { uuidv7 } from 'uuidv7';
import { aboutEvent } from './measures.ts';
import type { Transaction } from './transaction.ts';

/** PutEvents takes 256 KB a request (AWS: "PutEvents request entry size"); one event may use less, for the envelope around it. */
export const maxEventBytes = 200_000;

const insertEvent = `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id,
     causation_id, traceparent, actor, data, occurred_at)
   VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, clock_timestamp())`;

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
 * The one way an event leaves a subgraph: a row that commits with the change it tells of. The data and the envelope are
 * checked by their contracts first; what breaks them is a bug and throws, as does an event that is too large
 * (EventTooLarge). Write the aggregate's own row before: its lock is what brings the events of one aggregate, appended by
 * two transactions at once, into the order of their versions.
 */
export const appendEvent = async <Name extends EmittedBy<SubgraphName>>(
  tx: Transaction,
  event: NewEvent<Name, EventPayload<Name>>,
): Promise<void> => {
  const row = rowOf(tx.cause, event);
  const attributes = { ...aboutEvent(event.name, row), 'messaging.operation.type': 'create' };
  await inSpan(`create ${event.name}`, { kind: 'producer', attributes }, (span) =>
    tx.db.$executeRawUnsafe(
      insertEvent,
      row.eventId,
      event.name,
      row.schemaVersion,
      row.aggregateId,
      row.aggregateVersion,
      row.correlationId,
      row.causationId,
      // What the event leads to is part of this span's trace.
      span ? traceparentOf(span) : row.traceparent,
      JSON.stringify(row.actor),
      row.data,
    ),
  );
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
