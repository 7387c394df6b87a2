import { Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, type LogGroup, MetricFilter, ResourcePolicy } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { LogRoom } from '../constructs/log-room.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import { type DashboardParts, shopDashboard } from '../constructs/shop-dashboard.ts';
import { metricsNamespace } from '../facts/collector.ts';
import { gauge } from '../facts/gauge.ts';
import { subgraphs } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';

export type EyesStackProps = StackProps & {
  stage: StageSettings;
  key: IKey;
  alerts: ITopic;
  bus: IEventBus;
} & Omit<DashboardParts, 'stage' | 'events'>;

/** What people look at, and what looks for them. */
export class EyesStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, key, alerts, bus, workloads, clusters, routes, ...props }: EyesStackProps,
  ) {
    super(scope, id, props);
    const events = this.eventLog(stage, { key, bus });
    this.watchOutboxes(alerts);
    this.watchSaga(alerts);
    shopDashboard(this, { stage, workloads, clusters, routes, events });
  }

  /** Every event, for a while: what became of an order can be read, and orders be counted by what happened to them. */
  private eventLog(stage: StageSettings, { key, bus }: { key: IKey; bus: IEventBus }): LogGroup {
    const log = new LogRoom(this, 'events', { stage, name: 'events', key });
    new ResourcePolicy(this, 'events-may-be-written', {
      policyStatements: [
        new PolicyStatement({
          principals: [
            new ServicePrincipal('events.amazonaws.com'),
            new ServicePrincipal('delivery.logs.amazonaws.com'),
          ],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [log.logGroupArn],
        }),
      ],
    });
    const arn = `arn:aws:logs:${stage.region}:${stage.account}:log-group:${log.logGroupName}`;
    new Rule(this, 'events-rule', {
      eventBus: bus,
      ruleName: 'to-log',
      description: 'Every event, into a log.',
      eventPattern: { source: subgraphs.map((name) => `cartograph.${name}`) },
      targets: [{ bind: () => ({ arn }) }],
    });
    new MetricFilter(this, 'by-name', {
      logGroup: log,
      filterPattern: FilterPattern.exists('$.detail-type'),
      metricNamespace: `${metricsNamespace}/Events`,
      metricName: 'events',
      metricValue: '1',
      dimensions: { event: '$.detail-type' },
    });
    return log;
  }

  private watchOutboxes(alerts: ITopic): void {
    for (const name of subgraphs) {
      new RunbookAlarm(this, `${name}-outbox`, {
        metric: gauge('cartograph.outbox.oldest_age', name),
        threshold: 60,
        evaluationPeriods: 3,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        says: `Events of the ${name} subgraph do not leave it.`,
        runbook: 'outbox-old',
        alerts,
      });
      new RunbookAlarm(this, `${name}-parked`, {
        metric: gauge('cartograph.outbox.parked', name),
        threshold: 0,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        says: `The bus refuses an event of the ${name} subgraph for good.`,
        runbook: 'outbox-old',
        alerts,
      });
    }
  }

  private watchSaga(alerts: ITopic): void {
    new RunbookAlarm(this, 'saga', {
      metric: gauge('cartograph.saga.oldest_pending_age', 'order'),
      // The deadline of a pending order, and two of its sweeper's rounds.
      threshold: 3_600 + 120,
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      says: 'An order is PENDING for longer than its deadline.',
      runbook: 'saga-old',
      alerts,
    });
  }
}
