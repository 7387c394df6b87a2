import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { connectionsAccepted } from '../facts/connections.ts';
import type { StageSettings } from '../stages.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

type Watched = { cluster: DatabaseCluster; stage: StageSettings; alerts: ITopic };

const gibibyte = 1_024 ** 3;

/** Storage grows by itself at Aurora; what runs out is the disk for sorting and temporary tables, and the wallet. */
const storageWorthALook = { dev: 20, staging: 100, prod: 1_000 } as const;

export const alarmsOfAurora = (scope: Construct, { cluster, stage, alerts }: Watched): void => {
  const period = Duration.minutes(5);
  const above = ComparisonOperator.GREATER_THAN_THRESHOLD;
  const name = cluster.node.path;
  new RunbookAlarm(scope, 'cpu', {
    metric: cluster.metricCPUUtilization({ period }),
    threshold: 80,
    evaluationPeriods: 2,
    comparisonOperator: above,
    says: `The CPU of ${name} is above 80 % for ten minutes.`,
    runbook: 'cpu-high',
    alerts,
  });
  new RunbookAlarm(scope, 'connections', {
    metric: cluster.metricDatabaseConnections({ period, statistic: 'Maximum' }),
    threshold: Math.floor(connectionsAccepted(stage.database.capacity) * 0.8),
    evaluationPeriods: 2,
    comparisonOperator: above,
    says: `Four fifths of the connections that ${name} accepts are taken.`,
    runbook: 'database-connections',
    alerts,
  });
  new RunbookAlarm(scope, 'storage', {
    metric: cluster.metricVolumeBytesUsed({ period: Duration.hours(1) }),
    threshold: storageWorthALook[stage.name] * gibibyte,
    evaluationPeriods: 1,
    comparisonOperator: above,
    says: `${name} uses more than ${storageWorthALook[stage.name]} GiB.`,
    runbook: 'database-storage',
    alerts,
  });
  new RunbookAlarm(scope, 'local-storage', {
    metric: cluster.metric('FreeLocalStorage', { period, statistic: 'Minimum' }),
    threshold: 2 * gibibyte,
    evaluationPeriods: 2,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    says: `The disk of ${name} for sorting and temporary tables is nearly full.`,
    runbook: 'database-storage',
    alerts,
  });
};
