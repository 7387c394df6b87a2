import { BadConfig } from '@cartograph/config';
import { startMetrics } from './start-metrics.ts';
import { startTracing } from './tracing/start-tracing.ts';

/** The settings of traces and metrics in `processConfig` of @cartograph/config; without them there are none. */
export type TelemetryConfig = {
  readonly TELEMETRY?: 'off' | 'console' | 'otlp' | undefined;
  readonly TELEMETRY_SIGNALS?: 'all' | 'traces' | 'metrics' | undefined;
  readonly TELEMETRY_ENDPOINT?: string | undefined;
  readonly TELEMETRY_SAMPLING_RATIO?: number | undefined;
  readonly TELEMETRY_INTERVAL_SECONDS?: number | undefined;
};

export type Telemetry = { readonly stop: () => Promise<void> };

/**
 * Starts the traces and metrics of a process; call it before its parts, as what is made without is never measured.
 * Throws BadConfig when they are to go to a collector and nobody says where it is. `stop` never throws.
 */
export const startTelemetry = async (service: string, config: TelemetryConfig): Promise<Telemetry> => {
  const { TELEMETRY: exporter = 'off', TELEMETRY_SIGNALS: signals = 'all', TELEMETRY_ENDPOINT: endpoint } = config;
  if (exporter === 'otlp' && endpoint === undefined) {
    throw new BadConfig('The environment is not complete. Set these variables:\n  TELEMETRY_ENDPOINT: is not set');
  }
  const base = endpoint?.replace(/\/$/, '');
  const metrics = await startMetrics({
    service,
    exporter: signals === 'traces' ? 'off' : exporter,
    endpoint: base && `${base}/v1/metrics`,
    intervalMs: (config.TELEMETRY_INTERVAL_SECONDS ?? 60) * 1_000,
  });
  const tracing = await startTracing({
    service,
    exporter: signals === 'metrics' ? 'off' : exporter,
    endpoint: base && `${base}/v1/traces`,
    ratio: config.TELEMETRY_SAMPLING_RATIO,
  });
  return {
    stop: async () => {
      await tracing.stop();
      await metrics.stop();
    },
  };
};
