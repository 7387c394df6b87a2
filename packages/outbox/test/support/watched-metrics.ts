import { type MetricName, type metricTable, startMetrics } from '@cartograph/telemetry';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';

type Point = { attributes: Record<string, unknown>; value: number };

/** Real metrics, collected every few milliseconds into a list that a test can read. */
export const watchedMetrics = async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const metrics = await startMetrics({ service: 'a-test', exporter, intervalMs: 50 });
  const latest = () =>
    exporter
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  return {
    ...metrics,
    units: () => Object.fromEntries(latest().map(({ descriptor }) => [descriptor.name, descriptor.unit])),
    /** The points of a metric; of a histogram how many values there are. */
    pointsOf: (name: keyof typeof metricTable): Point[] =>
      (latest().find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? []).map(({ attributes, value }) => ({
        attributes: attributes as Record<string, unknown>,
        value: typeof value === 'number' ? value : value.count,
      })),
    /** The sum of a histogram's values in seconds. */
    secondsOf: (name: MetricName<'histogram'>): number =>
      (latest().find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [])
        .map(({ value }) => (typeof value === 'number' ? value : (value.sum ?? 0)))
        .reduce((sum, seconds) => sum + seconds, 0),
  };
};

export type WatchedMetrics = Awaited<ReturnType<typeof watchedMetrics>>;
