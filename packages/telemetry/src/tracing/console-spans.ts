import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

const kinds = ['internal', 'server', 'client', 'producer', 'consumer'];

/** Writes one line of JSON a span, to look at without a collector. */
export const consoleSpans = (write: (line: string) => void): SpanExporter => ({
  export: (spans, done) => {
    for (const span of spans) write(`${JSON.stringify(lineOf(span))}\n`);
    done({ code: 0 });
  },
  shutdown: async () => undefined,
});

const lineOf = (span: ReadableSpan) => {
  const { traceId, spanId } = span.spanContext();
  return {
    span: span.name,
    kind: kinds[span.kind],
    trace_id: traceId,
    span_id: spanId,
    parent_id: span.parentSpanContext?.spanId ?? null,
    service: span.resource.attributes['service.name'],
    time: new Date(millisecondsOf(span.startTime)).toISOString(),
    duration_ms: Math.round(millisecondsOf(span.duration) * 1_000) / 1_000,
    is_failed: span.status.code === 2,
    attributes: span.attributes,
    links: span.links.map(({ context }) => `${context.traceId}-${context.spanId}`),
  };
};

/** Of a pair of seconds and nanoseconds. */
const millisecondsOf = ([seconds, nanoseconds]: [number, number]): number => seconds * 1_000 + nanoseconds / 1_000_000;
