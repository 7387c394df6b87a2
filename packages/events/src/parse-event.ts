import { z } from 'zod';
import { contractOf } from './catalogue.ts';
import { type DomainEvent, envelopeSchema } from './envelope.ts';
import { readPayload } from './read-payload.ts';

/** The event, or the reason why the text is none: such a message goes to the dead letters, not round and round. */
export type ParsedEvent = { ok: true; event: DomainEvent } | { ok: false; reason: string };

const deliveredSchema = z.object({ source: z.string(), 'detail-type': z.string(), detail: envelopeSchema });

/**
 * Reads what EventBridge delivers to a queue: the JSON text of `{ source, 'detail-type', detail }`. An event of an
 * earlier version comes back as the newest, `schemaVersion` included. Never throws.
 */
export const parseDeliveredEvent = (body: string): ParsedEvent => {
  const delivered = deliveredSchema.safeParse(jsonOf(body));
  if (!delivered.success) return { ok: false, reason: `not an event envelope: ${z.prettifyError(delivered.error)}` };
  const { source, 'detail-type': name, detail } = delivered.data;
  const contract = contractOf(name);
  if (!contract) return { ok: false, reason: `no contract for the event ${name}` };
  if (!contract.emitters.map(sourceOf).includes(source)) {
    return { ok: false, reason: `${name} is not emitted by ${source}` };
  }
  const payload = readPayload(contract, detail.schemaVersion, detail.data);
  if (!payload.ok) return payload;
  const event = { ...detail, schemaVersion: contract.version, name, data: payload.data };
  return { ok: true, event: event as DomainEvent };
};

/** The EventBridge `source` of a subgraph's events: `cartograph.order`. */
export const sourceOf = (emitter: string): string => `cartograph.${emitter}`;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
