import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { consoleSpans } from './console-spans.ts';
import { otlpSpans } from './otlp-spans.ts';
import { createSampler } from './sampler.ts';
import { traceBy } from './span.ts';
import { newTraceId } from './traceparent.ts';

export type TracingOptions = {
  /** The process, as `service.name`. */
  readonly service: string;
  /** `console` writes a line of JSON a span; `otlp` is OTLP over HTTP to a collector; or an exporter of the SDK. */
  readonly exporter: 'off' | 'console' | 'otlp' | SpanExporter;
  /** The collector's whole URL, such as http://127.0.0.1:4318/v1/traces. */
  readonly endpoint?: string | undefined;
  /** The share of traces that is recorded, from 0 to 1. */
  readonly ratio?: number | undefined;
};

export type Tracing = {
  /** Exports what has ended. Never throws. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A collector that does not answer holds a stop up no longer than this. */
const lastExportMs = 3_000;

/**
 * What waits for the collector at most: some five megabytes. What does not fit is dropped and counted
 * (`otel.sdk.processor.span.processed`), so that a collector that is slow or away costs requests nothing.
 */
const queue = {
  maxQueueSize: 4_096,
  maxExportBatchSize: 512,
  scheduledDelayMillis: 1_000,
  exportTimeoutMillis: 5_000,
};

/** Nothing we write comes near these; they keep a mistake of ours small. */
const spanLimits = {
  attributeValueLengthLimit: 2_048,
  attributeCountLimit: 32,
  linkCountLimit: 128,
  eventCountLimit: 8,
};

/**
 * Starts tracing; call it before what is traced is made, and after metrics, which count what is dropped. `off` loads
 * nothing and costs nothing. Only our own code makes spans: the tracer is not registered for libraries, whose spans may
 * carry what clients sent.
 */
export const startTracing = async ({ service, exporter, endpoint, ratio = 1 }: TracingOptions): Promise<Tracing> => {
  if (exporter === 'off') return { flush: async () => undefined, stop: async () => undefined };
  const [api, { resourceFromAttributes }, { BatchSpanProcessor, TracerProvider }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ]);
  const strangers = api.createContextKey('cartograph: the parent is a stranger');
  const selfObsMeterProvider = api.metrics.getMeterProvider();
  const processor = new BatchSpanProcessor({
    exporter: exporterOf(exporter, endpoint),
    selfObsMeterProvider,
    ...queue,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'cartograph' }),
    sampler: createSampler({ ratio, parentOf: api.trace.getSpanContext, strangers }),
    idGenerator: { generateTraceId: newTraceId, generateSpanId: () => randomBytes(8).toString('hex') },
    spanProcessors: [processor],
    spanLimits,
  });
  traceBy({ tracer: provider.getTracer('cartograph'), api, strangers });
  const inTime = (work: Promise<void>) =>
    Promise.race([work.catch(() => undefined), delay(lastExportMs, undefined, { ref: false })]);
  return {
    flush: () => inTime(provider.forceFlush()),
    stop: async () => {
      traceBy(undefined);
      await inTime(provider.shutdown());
    },
  };
};

const exporterOf = (
  exporter: Exclude<TracingOptions['exporter'], 'off'>,
  endpoint: string | undefined,
): SpanExporter => {
  if (typeof exporter === 'object') return exporter;
  if (exporter === 'console') return consoleSpans((line) => process.stdout.write(line));
  return otlpSpans({ timeoutMillis: queue.exportTimeoutMillis, ...(endpoint !== undefined && { url: endpoint }) });
};
