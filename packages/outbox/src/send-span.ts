import { inSpan, isTracing, spanContextOf } from '@cartograph/telemetry';
import { onBus } from './measures.ts';
import type { OutboxRow } from './outbox-rows.ts';

/**
 * Sends a batch in a span. One event alone is sent in its own trace. Several come from several traces and belong to none
 * of them: their span begins a trace of its own and links to each, as OpenTelemetry's conventions for batches ask. Events
 * that come from no trace are sent in none.
 */
export const inSendSpan = <Result>(
  busName: string,
  batch: readonly { readonly row: Pick<OutboxRow, 'traceparent'> }[],
  send: () => Promise<Result>,
): Promise<Result> => {
  if (!isTracing()) return send();
  const origins = batch.flatMap(({ row }) => row.traceparent ?? []);
  const [first] = origins;
  if (first === undefined) return send();
  const attributes = { ...onBus(busName), 'messaging.batch.message_count': batch.length };
  const place =
    batch.length === 1
      ? { parent: first }
      : { parent: null, links: origins.flatMap((origin) => spanContextOf(origin) ?? []) };
  return inSpan(`send ${busName}`, { kind: 'client', attributes, ...place }, send);
};
