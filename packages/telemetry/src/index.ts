export { createLogger, type Logger } from './logger.ts';
export { count, type MetricAttributes, observe, type Readings, record } from './measure.ts';
export { type Metric, type MetricName, metricTable } from './metric-table.ts';
export { type Metrics, type MetricsOptions, startMetrics } from './start-metrics.ts';
export { startTelemetry, type Telemetry, type TelemetryConfig } from './start-telemetry.ts';
export { readTrace, type TraceHeader, traceHeaders } from './tracing/incoming-trace.ts';
export {
  activeSpan,
  errorTypeOf,
  failSpan,
  inChildSpan,
  inSpan,
  isTracing,
  type Span,
  type SpanAttributes,
  type SpanContext,
  type SpanOptions,
  startSpan,
  withSpan,
} from './tracing/span.ts';
export { startTracing, type Tracing, type TracingOptions } from './tracing/start-tracing.ts';
export { inStatementSpan, tracedDatabase } from './tracing/traced-database.ts';
export { newTraceId, spanContextOf, traceparentOf, unrecordedTraceparent } from './tracing/traceparent.ts';
