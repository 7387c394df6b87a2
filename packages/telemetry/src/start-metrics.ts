import { setTimeout as delay } from 'node:timers/promises';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { consoleMetrics } from './console-metrics.ts';
import { measureBy } from './measure.ts';

export type MetricsOptions = {
  /** The process, as `service.name`. */
  readonly service: string;
  /** `console` writes a line of JSON a value; `otlp` is OTLP over HTTP to a collector; or an exporter of the SDK. */
  readonly exporter: 'off' | 'console' | 'otlp' | PushMetricExporter;
  /** The collector's whole URL, such as http://127.0.0.1:4318/v1/metrics. */
  readonly endpoint?: string | undefined;
  /** How often metrics are collected and exported. */
  readonly intervalMs?: number | undefined;
};

export type Metrics = { readonly stop: () => Promise<void> };

/** A collector that does not answer holds a stop up no longer than this. */
const lastExportMs = 3_000;

/**
 * Starts the export of metrics; call it before what measures is started. `off` loads nothing and costs nothing. `stop`
 * exports what was measured last and never throws: a collector that is away is no fault of the process.
 */
export const startMetrics = async ({
  service,
  exporter,
  endpoint,
  intervalMs = 60_000,
}: MetricsOptions): Promise<Metrics> => {
  if (exporter === 'off') return { stop: async () => undefined };
  const [{ metrics }, { resourceFromAttributes }, { MeterProvider, PeriodicExportingMetricReader }] = await Promise.all(
    [import('@opentelemetry/api'), import('@opentelemetry/resources'), import('@opentelemetry/sdk-metrics')],
  );
  const reader = new PeriodicExportingMetricReader({
    exporter: await exporterOf(exporter, endpoint),
    exportIntervalMillis: intervalMs,
    exportTimeoutMillis: Math.min(intervalMs, 10_000),
  });
  const provider = new MeterProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    readers: [reader],
  });
  metrics.setGlobalMeterProvider(provider);
  measureBy(provider.getMeter('cartograph'));
  return {
    stop: async () => {
      await Promise.race([provider.shutdown().catch(() => undefined), delay(lastExportMs, undefined, { ref: false })]);
      measureBy(undefined);
      metrics.disable();
    },
  };
};

const exporterOf = async (
  exporter: Exclude<MetricsOptions['exporter'], 'off'>,
  endpoint: string | undefined,
): Promise<PushMetricExporter> => {
  if (typeof exporter === 'object') return exporter;
  if (exporter === 'console') return consoleMetrics((line) => process.stdout.write(line));
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
  return new OTLPMetricExporter(endpoint === undefined ? {} : { url: endpoint });
};
