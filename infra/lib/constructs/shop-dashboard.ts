import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { metricsNamespace } from '../facts/collector.ts';
import { gauge } from '../facts/gauge.ts';
import { subgraphs, type WorkloadName } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';
import type { Aurora } from './aurora.ts';
import type { EventRoute } from './event-route.ts';
import type { Workload } from './workload.ts';

export type DashboardParts = {
  stage: StageSettings;
  workloads: Readonly<Record<WorkloadName, Workload>>;
  clusters: readonly Aurora[];
  routes: ReadonlyMap<string, EventRoute>;
  events: ILogGroup;
};

const minute = Duration.minutes(1);
const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8, height: 6 });
const heading = (text: string): TextWidget => new TextWidget({ markdown: `## ${text}`, width: 24, height: 1 });

/** One page from the graph down to the disks: where the trouble is shows from top to bottom. */
export const shopDashboard = (scope: Construct, parts: DashboardParts): Dashboard =>
  new Dashboard(scope, 'dashboard', {
    dashboardName: `cartograph-${parts.stage.name}`,
    defaultInterval: Duration.hours(3),
    widgets: [
      [heading('Graph')],
      graphWidgets(parts),
      [operations(parts)],
      [heading('Commerce')],
      commerceWidgets(parts),
      [heading('Events')],
      eventWidgets(parts),
      [heading('Databases')],
      databaseWidgets(parts),
    ],
  });

const graphWidgets = ({ workloads }: DashboardParts): IWidget[] => {
  const each = (metric: (workload: Workload, label: string) => IMetric) =>
    Object.entries(workloads).map(([name, workload]) => metric(workload, name));
  const failures = each(({ targets }, label) =>
    targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { period: minute, label }),
  );
  const time = (statistic: string) =>
    each(({ targets }, name) =>
      targets.metrics.targetResponseTime({ period: minute, statistic, label: `${name} ${statistic}` }),
    );
  return [
    graph(
      'Requests a minute',
      each(({ targets }, label) => targets.metrics.requestCount({ period: minute, label })),
    ),
    graph('Failures a minute', failures),
    graph('Seconds, p50 and p99', [...time('p50'), ...time('p99')]),
    graph(
      'CPU in %',
      each(({ fargate }, label) => fargate.metricCpuUtilization({ period: minute, label })),
    ),
  ];
};

/** The gateway's log has a line for each operation: name, duration, errors. */
const operations = ({ stage }: DashboardParts): IWidget =>
  new LogQueryWidget({
    title: 'Operations: rate, errors, p50 and p99 in ms',
    logGroupNames: [`/cartograph/${stage.name}/gateway`],
    view: LogQueryVisualizationType.TABLE,
    width: 24,
    height: 8,
    queryLines: [
      'filter ispresent(operation)',
      'stats count(*) as requests, count(errors.0) as failed, pct(durationMs, 50) as p50, pct(durationMs, 99) as p99 by operation',
      'sort requests desc',
      'limit 25',
    ],
  });

const told = (event: string): Metric =>
  new Metric({
    namespace: `${metricsNamespace}/Events`,
    metricName: 'events',
    dimensionsMap: { event },
    statistic: 'Sum',
    period: Duration.minutes(5),
    label: event,
  });

const commerceWidgets = ({ events }: DashboardParts): IWidget[] => [
  graph(
    'Orders: what became of them, in five minutes',
    ['OrderPlaced', 'OrderConfirmed', 'OrderRejected', 'OrderCancelled'].map(told),
  ),
  graph(
    'Payments, in five minutes',
    ['PaymentAuthorized', 'PaymentCaptured', 'PaymentFailed', 'PaymentRefunded'].map(told),
  ),
  graph('Oldest pending order in s', [gauge('cartograph.saga.oldest_pending_age', 'order')]),
  graph('Confirmed of 100 placed, in an hour', [
    new MathExpression({
      expression: '100 * confirmed / placed',
      usingMetrics: { confirmed: told('OrderConfirmed'), placed: told('OrderPlaced') },
      period: Duration.hours(1),
      label: 'confirmed',
    }),
  ]),
  new LogQueryWidget({
    title: 'Orders by what happened to them last',
    logGroupNames: [events.logGroupName],
    view: LogQueryVisualizationType.BAR,
    width: 16,
    height: 6,
    queryLines: [
      'filter source = "cartograph.order"',
      'stats latest(`detail-type`) as state by detail.aggregateId',
      'stats count(*) as orders by state',
    ],
  }),
];

const eventWidgets = ({ routes }: DashboardParts): IWidget[] => {
  const each = (metric: (route: EventRoute, label: string) => IMetric) =>
    [...routes].map(([subgraph, route]) => metric(route, subgraph));
  return [
    graph(
      'Outboxes: oldest event in s',
      subgraphs.map((name) => gauge('cartograph.outbox.oldest_age', name)),
    ),
    graph(
      'Queues: oldest message in s',
      each(({ queue }, label) => queue.metricApproximateAgeOfOldestMessage({ period: minute, label })),
    ),
    graph(
      'Dead letters',
      each(({ deadLetters }, label) => deadLetters.metricApproximateNumberOfMessagesVisible({ period: minute, label })),
    ),
  ];
};

const databaseWidgets = ({ clusters }: DashboardParts): IWidget[] => {
  const each = (metric: (aurora: Aurora, label: string) => IMetric) =>
    clusters.map((aurora) => metric(aurora, aurora.node.id));
  return [
    graph(
      'CPU in %',
      each(({ cluster }, label) => cluster.metricCPUUtilization({ period: minute, label })),
    ),
    graph(
      'Connections',
      each(({ cluster }, label) => cluster.metricDatabaseConnections({ period: minute, label })),
    ),
    graph(
      'Capacity units',
      each(({ cluster }, label) => cluster.metricServerlessDatabaseCapacity({ period: minute, label })),
    ),
    graph(
      'Deadlocks',
      each(({ cluster }, label) => cluster.metricDeadlocks({ period: minute, label })),
    ),
  ];
};
