import { randomBytes } from 'node:crypto';
import type { Span, SpanContext } from '@opentelemetry/api';

/** W3C Trace Context, section 3.2: version 00, and no id of zeros alone. */
const pattern = /^00-(?!0{32})(?<traceId>[\da-f]{32})-(?!0{16})(?<spanId>[\da-f]{16})-(?<flags>[\da-f]{2})$/;

/** What a `traceparent` says of the span that sent it; undefined when it is none. */
export const spanContextOf = (traceparent: string): SpanContext | undefined => {
  const groups = pattern.exec(traceparent)?.groups;
  if (!groups) return undefined;
  const { traceId = '', spanId = '', flags = '' } = groups;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
};

/** The `traceparent` by which another process continues this span. */
export const traceparentOf = (span: Span): string => {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
};

/** A new `traceparent` of a trace of which nothing is recorded: its ids still bring log lines together. */
export const unrecordedTraceparent = (traceId: string = newTraceId()): string =>
  `00-${traceId}-${randomBytes(8).toString('hex')}-00`;

/**
 * An id that X-Ray takes as well as everybody else: the first eight digits are the second in which the trace began (AWS
 * X-Ray Developer Guide, "Tracing header"), the rest is random.
 */
export const newTraceId = (): string =>
  Math.floor(Date.now() / 1_000)
    .toString(16)
    .padStart(8, '0') + randomBytes(12).toString('hex');
