import { Stack } from 'aws-cdk-lib';
import type { ICluster } from 'aws-cdk-lib/aws-ecs';
import { AccountPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { releaseRoleName } from '../facts/release-role.ts';
import { type StageSettings, tools } from '../stages.ts';
import { acceptBelow } from './accept-families.ts';
import type { Preparation } from './preparation.ts';

export type ReleaseRoleProps = { stage: StageSettings; cluster: ICluster; preparations: readonly Preparation[] };

/** May run the migrations of this stage and look how they end, nothing else. */
export class ReleaseRole extends Role {
  constructor(scope: Construct, id: string, { stage, cluster, preparations }: ReleaseRoleProps) {
    super(scope, id, { roleName: releaseRoleName(stage), assumedBy: new AccountPrincipal(tools.account) });
    const { stackId } = Stack.of(this);
    const tasks = `arn:aws:ecs:${stage.region}:${stage.account}:task/${cluster.clusterName}/*`;
    const definitions = preparations.map(({ definition }) => definition);
    const allow = (actions: string[], resources: string[]) =>
      this.addToPolicy(new PolicyStatement({ actions, resources }));
    allow(['cloudformation:DescribeStacks'], [stackId]);
    allow(
      ['ecs:RunTask'],
      definitions.map(({ taskDefinitionArn }) => taskDefinitionArn),
    );
    allow(['ecs:DescribeTasks'], [tasks]);
    allow(
      ['iam:PassRole'],
      definitions
        .flatMap(({ taskRole, executionRole }) => [taskRole, ...(executionRole ? [executionRole] : [])])
        .map(({ roleArn }) => roleArn),
    );
    acceptBelow(this, 'The ids of tasks are made up when they run; all of them are of this one cluster.', [
      `arn:aws:ecs:${stage.region}:${stage.account}:task/cartograph-${stage.name}-cluster:ExportsOutputRefcluster611F8AFFA07FC079/*`,
    ]);
  }
}
