import type { MetricData, PushMetricExporter } from '@opentelemetry/sdk-metrics';

/** Writes one line of JSON for each value of a metric, to look at without a collector. */
export const consoleMetrics = (write: (line: string) => void): PushMetricExporter => ({
  export: ({ resource, scopeMetrics }, done) => {
    const service = resource.attributes['service.name'];
    for (const metric of scopeMetrics.flatMap(({ metrics }) => metrics)) {
      for (const point of metric.dataPoints) write(`${JSON.stringify(lineOf(metric, { point, service }))}\n`);
    }
    done({ code: 0 });
  },
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
});

type Told = { point: MetricData['dataPoints'][number]; service: unknown };
type Summary = { count: number; sum?: number | undefined; min?: number | undefined; max?: number | undefined };

const lineOf = (
  { descriptor: { name, unit } }: MetricData,
  { point: { value, attributes, endTime }, service }: Told,
) => ({
  metric: name,
  unit,
  ...(typeof value === 'number' ? { value } : summaryOf(value)),
  attributes,
  service,
  time: new Date(endTime[0] * 1_000 + endTime[1] / 1_000_000).toISOString(),
});

const summaryOf = ({ count, sum, min, max }: Summary): Summary => ({ count, sum, min, max });
