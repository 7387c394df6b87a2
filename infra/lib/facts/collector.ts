import type { StageSettings } from '../stages.ts';

/** By what people look for a trace: these become annotations of X-Ray, `annotation[cartograph.aggregate.id]`. */
const indexedAttributes = [
  'aws.request_id',
  'graphql.operation.name',
  'cartograph.correlation.id',
  'cartograph.aggregate.id',
  'cartograph.event.name',
];

/** Where the collector puts metrics, from which CloudWatch reads them. */
export const metricsNamespace = 'Cartograph';

/**
 * The collector beside each task (AWS Distro for OpenTelemetry): metrics to CloudWatch, traces to X-Ray, both by OTLP
 * from the process next to it. It is handed to the container in AOT_CONFIG_CONTENT; JSON is YAML.
 */
export const collectorConfig = (stage: StageSettings): string =>
  JSON.stringify({
    receivers: { otlp: { protocols: { http: { endpoint: '127.0.0.1:4318' } } } },
    processors: {
      batch: { timeout: '10s' },
      memory_limiter: { check_interval: '1s', limit_mib: 100 },
    },
    exporters: {
      awsemf: {
        namespace: metricsNamespace,
        region: stage.region,
        log_group_name: `/cartograph/${stage.name}/metrics`,
        log_stream_name: '{TaskId}',
        dimension_rollup_option: 'NoDimensionRollup',
        resource_to_telemetry_conversion: { enabled: true },
        metric_declarations: [
          {
            dimensions: [['service.name']],
            metric_name_selectors: [
              '^cartograph\\..*',
              '^messaging\\..*',
              '^http\\..*',
              '^otel\\.sdk\\.processor\\..*',
            ],
          },
          {
            dimensions: [['service.name', 'graphql.operation.name']],
            metric_name_selectors: ['^cartograph\\.graphql\\.operation\\.duration$'],
          },
          {
            dimensions: [['service.name', 'cartograph.subgraph']],
            metric_name_selectors: ['^http\\.client\\.request\\.duration$'],
          },
        ],
      },
      // By these a trace is found: everything else of a span is there when it is opened.
      awsxray: { region: stage.region, indexed_attributes: indexedAttributes },
    },
    service: {
      pipelines: {
        metrics: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awsemf'] },
        traces: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awsxray'] },
      },
    },
  });
