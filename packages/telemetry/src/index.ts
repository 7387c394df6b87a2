export { createLogger, type Logger } from './logger.ts';
export { count, type MetricAttributes, observe, type Readings, record } from './measure.ts';
export { type Metric, type MetricName, metricTable } from './metric-table.ts';
export { type Metrics, type MetricsOptions, startMetrics } from './start-metrics.ts';
