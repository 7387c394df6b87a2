import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricsNamespace } from './collector.ts';

/** A gauge tells of the database: all tasks of a subgraph say the same, so the maximum counts and not the sum. */
export const gauge = (metricName: string, name: string): Metric =>
  new Metric({
    namespace: metricsNamespace,
    metricName,
    dimensionsMap: { 'service.name': name },
    statistic: 'Maximum',
    period: Duration.minutes(1),
    label: name,
  });
