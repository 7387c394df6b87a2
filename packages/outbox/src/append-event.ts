import { contractOf, type EmittedBy, type EventPayload, type SubgraphName } from '@cartograph/events';
import { uuidv7 } from 'uuidv7';
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
 * The one way an event leaves a subgraph: a row that commits with the change it tells of. The data is checked by its
 * contract first; what breaks it is a bug and throws, as does an event that is too large (EventTooLarge).
 */
export const appendEvent = async <Name extends EmittedBy<SubgraphName>>(
  tx: Transaction,
  event: NewEvent<Name, EventPayload<Name>>,
): Promise<void> => {
  const contract = contractOf(event.name);
  if (!contract) throw new Error(`no contract for the event ${event.name}`);
  const data = JSON.stringify(contract.data.parse(event.data));
  if (Buffer.byteLength(data) > maxEventBytes) {
    throw new EventTooLarge(`${event.name} of ${event.aggregateId} has ${Buffer.byteLength(data)} bytes, at most ${maxEventBytes} pass`);
  }
  const { cause } = tx;
  await tx.db.$executeRawUnsafe(
    `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id,
       causation_id, traceparent, actor, data, occurred_at)
     VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, clock_timestamp())`,
    uuidv7(),
    event.name,
    contract.version,
    event.aggregateId,
    event.aggregateVersion,
    cause.correlationId,
    cause.causationId,
    cause.traceparent,
    JSON.stringify(cause.actor),
    data,
  );
};
