import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import { type ApplicationTargetGroup, HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Runbook } from '../facts/runbooks.ts';
import type { WorkloadName } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

type Watched = {
  stage: StageSettings;
  name: WorkloadName;
  fargate: FargateService;
  targets: ApplicationTargetGroup;
  alerts: ITopic;
};

type Judgement = {
  id: string;
  metric: IMetric;
  threshold: number;
  evaluationPeriods: number;
  says: string;
  runbook: Runbook;
};

/** A page of the shop asks several subgraphs one after the other: each of them has a third of the gateway's time. */
const p99Seconds = (name: WorkloadName): number => (name === 'gateway' ? 1.5 : 0.5);

const judgements = ({ name, fargate, targets }: Watched): Judgement[] => {
  const minute = Duration.minutes(1);
  const failures = targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, {
    period: minute,
    statistic: 'Sum',
  });
  const requests = targets.metrics.requestCount({ period: minute, statistic: 'Sum' });
  return [
    {
      id: 'cpu',
      metric: fargate.metricCpuUtilization({ period: Duration.minutes(5) }),
      threshold: 80,
      evaluationPeriods: 2,
      says: `The CPU of the ${name} is above 80 % for ten minutes.`,
      runbook: 'cpu-high',
    },
    {
      id: '5xx',
      metric: new MathExpression({
        // One failure at night is no share worth waking anybody for.
        expression: 'IF(failures > 5, 100 * failures / requests, 0)',
        usingMetrics: { failures, requests },
        period: minute,
        label: 'Failed requests in %',
      }),
      threshold: 1,
      evaluationPeriods: 3,
      says: `More than 1 % of what the ${name} is asked fails.`,
      runbook: 'requests-fail',
    },
    {
      id: 'p99',
      metric: targets.metrics.targetResponseTime({ period: minute, statistic: 'p99' }),
      threshold: p99Seconds(name),
      evaluationPeriods: 5,
      says: `One request in a hundred to the ${name} takes longer than ${p99Seconds(name)} s.`,
      runbook: 'requests-slow',
    },
  ];
};

/** Makes the alarms of a workload. @returns those by which a deploy goes back: a release that is merely busy stays */
export const alarmsOfWorkload = (scope: Construct, watched: Watched): string[] =>
  judgements(watched).flatMap(({ id, ...judgement }) => {
    const alarmName = `cartograph-${watched.stage.name}-${watched.name}-${id}`;
    new RunbookAlarm(scope, id, {
      ...judgement,
      alarmName,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      alerts: watched.alerts,
    });
    return id === 'cpu' ? [] : [alarmName];
  });
