import type { SpanContext } from '@opentelemetry/api';
import { spanContextOf } from './traceparent.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The forms in which a caller may say which trace its request belongs to. */
export const traceHeaders = ['tracecontext', 'xray'] as const;
export type TraceHeader = (typeof traceHeaders)[number];

/**
 * The trace that an incoming request says it belongs to: by W3C's `traceparent`, or by AWS X-Ray's `X-Amzn-Trace-Id`; of
 * several accepted forms the first that is well-formed. Nothing else that a caller sends (tracestate, baggage) is read.
 */
export const readTrace = (headers: Headers, accepted: readonly TraceHeader[]): SpanContext | undefined => {
  for (const form of accepted) {
    const found = readers[form](headers);
    if (found) return found;
  }
  return undefined;
};

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

const readers: Readonly<Record<TraceHeader, (headers: Headers) => SpanContext | undefined>> = {
  tracecontext: (headers) => spanContextOf(textOf(headers['traceparent'])),
  xray: (headers) => xRayContextOf(textOf(headers['x-amzn-trace-id'])),
};

/**
 * AWS X-Ray Developer Guide, "Tracing header": `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1`.
 * API Gateway and load balancers, which make no spans of their own, send the root alone (and `Self`), which
 * @opentelemetry/propagator-aws-xray takes for nothing: the parent is then a span that nobody has, named after the trace.
 */
const xRayContextOf = (header: string): SpanContext | undefined => {
  if (header.length > 512) return undefined;
  const part = (pattern: RegExp) => pattern.exec(header)?.[1];
  const seconds = part(/(?:^|;)\s*Root=1-([\da-f]{8})-[\da-f]{24}(?:;|$)/);
  const rest = part(/(?:^|;)\s*Root=1-[\da-f]{8}-([\da-f]{24})(?:;|$)/);
  if (seconds === undefined || rest === undefined) return undefined;
  const spanId = part(/(?:^|;)\s*Parent=([\da-f]{16})(?:;|$)/) ?? rest.slice(0, 16);
  const flags = part(/(?:^|;)\s*Sampled=([01])(?:;|$)/) ?? '0';
  return spanContextOf(`00-${seconds}${rest}-${spanId}-0${flags}`);
};
