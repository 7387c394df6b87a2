import { z } from 'zod';
import { contractOf } from './catalogue.ts';
import { type DomainEvent, envelopeSchema } from './envelope.ts';

/** The event, or the reason why the text is none: such a message goes to the dead letters, not round and round. */
export type ParsedEvent = { ok: true; event: DomainEvent } | { ok: false; reason: string };

const deliveredSchema = z.object({ source: z.string(), 'detail-type': z.string(), detail: envelopeSchema });

/** Reads what EventBridge delivers to a queue: the JSON text of `{ source, 'detail-type', detail }`. Never throws. */
export const parseDeliveredEvent = (body: string): ParsedEvent => {
  const delivered = deliveredSchema.safeParse(jsonOf(body));
  if (!delivered.success) return { ok: false, reason: `not an event envelope: ${z.prettifyError(delivered.error)}` };
  const { source, 'detail-type': name, detail } = delivered.data;
  const contract = contractOf(name);
  if (!contract) return { ok: false, reason: `no contract for the event ${name}` };
  if (source !== sourceOf(contract.emitter)) return { ok: false, reason: `${name} is not emitted by ${source}` };
  if (detail.schemaVersion !== contract.version) {
    return { ok: false, reason: `${name} has version ${detail.schemaVersion}, this consumer reads ${contract.version}` };
  }
  const data = contract.data.safeParse(detail.data);
  if (!data.success) return { ok: false, reason: `${name} breaks its contract: ${z.prettifyError(data.error)}` };
  return { ok: true, event: { ...detail, name, data: data.data } as DomainEvent };
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
