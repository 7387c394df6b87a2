import { BadConfig } from '@cartograph/config';
import { type Metrics, startMetrics } from '@cartograph/telemetry';

/** The settings of metrics in `processConfig` of @cartograph/config; without them there are none. */
export type MetricsConfig = {
  readonly METRICS_EXPORTER?: 'off' | 'console' | 'otlp' | undefined;
  readonly METRICS_ENDPOINT?: string | undefined;
  readonly METRICS_INTERVAL_SECONDS?: number | undefined;
};

/** Starts the metrics of a process. Throws BadConfig when they are to go to a collector and nobody says where it is. */
export const metricsOf = async (service: string, config: MetricsConfig): Promise<Metrics> => {
  const { METRICS_EXPORTER = 'off', METRICS_ENDPOINT, METRICS_INTERVAL_SECONDS = 60 } = config;
  if (METRICS_EXPORTER === 'otlp' && METRICS_ENDPOINT === undefined) {
    throw new BadConfig('The environment is not complete. Set these variables:\n  METRICS_ENDPOINT: is not set');
  }
  return startMetrics({
    service,
    exporter: METRICS_EXPORTER,
    endpoint: METRICS_ENDPOINT,
    intervalMs: METRICS_INTERVAL_SECONDS * 1_000,
  });
};
