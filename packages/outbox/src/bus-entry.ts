import { contractOf, sourceOf } from '@cartograph/events';
import type { BusRefusal } from './bus-refusal.ts';
import type { OutboxRow } from './outbox-rows.ts';

/** An event as PutEvents takes it. */
export type BusEntry = {
  readonly Source: string;
  readonly DetailType: string;
  readonly Time: Date;
  readonly Detail: string;
};

/** The entry of a row (source, detail-type and the envelope as detail), or why this release cannot make one. */
export const busEntryOf = (row: OutboxRow): { entry: BusEntry; bytes: number } | { refusal: BusRefusal } => {
  const contract = contractOf(row.name);
  // Written by another release. Thrown, it would stop every other event too.
  if (!contract) return { refusal: { code: 'UnknownContract', reason: `no contract for the event ${row.name}` } };
  const entry = {
    Source: sourceOf(contract.emitter),
    DetailType: row.name,
    Time: row.occurred_at,
    Detail: JSON.stringify({
      eventId: row.event_id,
      schemaVersion: row.schema_version,
      occurredAt: row.occurred_at.toISOString(),
      aggregateId: row.aggregate_id,
      aggregateVersion: row.aggregate_version,
      correlationId: row.correlation_id,
      causationId: row.causation_id,
      traceparent: row.traceparent,
      actor: row.actor,
      data: row.data,
    }),
  };
  return { entry, bytes: Buffer.byteLength(entry.Detail) + entry.Source.length + entry.DetailType.length + timeBytes };
};

/** AWS counts 14 bytes for an entry's Time ("Calculating PutEvents event entry size"). */
const timeBytes = 14;
