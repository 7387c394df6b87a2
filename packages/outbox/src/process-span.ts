import type { DomainEvent, ParsedEvent } from '@cartograph/events';
import { inSpan, type SpanOptions, spanContextOf, unrecordedTraceparent } from '@cartograph/telemetry';
import { aboutEvent, onQueue } from './measures.ts';

/** An event that is older was replayed, or waited out an outage: the trace it comes from has long been looked at. */
const sameTraceMs = 15 * 60_000;

/**
 * Takes an event in within a span that continues the trace in which the event came to be. One that is old begins a trace
 * and links to where it comes from. One that comes from no trace (an import of ten thousand products) is not recorded.
 */
export const inProcessSpan = <Result>(
  queueUrl: string,
  parsed: ParsedEvent,
  work: () => Promise<Result>,
): Promise<Result> => {
  const attributes = onQueue(queueUrl, { name: 'process', type: 'process' });
  if (!parsed.ok) return inSpan('process a message', { kind: 'consumer', attributes, parent: null }, work);
  const { event } = parsed;
  const about = { ...attributes, ...aboutEvent(event.name, event) };
  return inSpan(`process ${event.name}`, { kind: 'consumer', attributes: about, ...originOf(event) }, work);
};

const originOf = ({ traceparent, occurredAt }: DomainEvent): Pick<SpanOptions, 'parent' | 'links'> => {
  const isOld = Date.now() - Date.parse(occurredAt) > sameTraceMs;
  if (traceparent === null) return { parent: unrecordedTraceparent() };
  if (!isOld) return { parent: traceparent };
  const origin = spanContextOf(traceparent);
  return { parent: null, links: origin ? [origin] : [] };
};
