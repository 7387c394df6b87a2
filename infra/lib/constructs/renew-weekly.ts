import type { FargateService, ICluster } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';

/**
 * A task keeps the database credentials it was started with. Rotation changes them every 30 days and lets the last ones
 * live for one turn more: tasks that are never older than a week never meet dead ones.
 */
export const renewWeekly = (
  scope: Construct,
  { cluster, fargate }: { cluster: ICluster; fargate: FargateService },
): void => {
  new Schedule(scope, 'renewal', {
    description: 'Replaces all tasks by new ones, so that none is older than its credentials.',
    schedule: ScheduleExpression.cron({ weekDay: 'TUE', hour: '3', minute: '15' }),
    target: new Universal({
      service: 'ecs',
      action: 'updateService',
      input: ScheduleTargetInput.fromObject({
        Cluster: cluster.clusterName,
        Service: fargate.serviceName,
        ForceNewDeployment: true,
      }),
      policyStatements: [new PolicyStatement({ actions: ['ecs:UpdateService'], resources: [fargate.serviceArn] })],
    }),
  });
};
