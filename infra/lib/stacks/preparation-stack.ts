import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { ICluster } from 'aws-cdk-lib/aws-ecs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { Preparation } from '../constructs/preparation.ts';
import { ReleaseRole } from '../constructs/release-role.ts';
import type { SubgraphDatabase } from '../constructs/subgraph-database.ts';
import { type Subgraph, subgraphs } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';

export type PreparationStackProps = StackProps & {
  stage: StageSettings;
  key: IKey;
  cluster: ICluster;
  vpc: IVpc;
  databases: Readonly<Record<Subgraph, SubgraphDatabase>>;
  groups: Readonly<Record<Subgraph, ISecurityGroup>>;
};

/** Databases and migrations of a release: deployed and run before the services change (infra/delivery/deploy-stage.sh). */
export class PreparationStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, key, cluster, vpc, databases, groups, ...props }: PreparationStackProps,
  ) {
    super(scope, id, props);
    new CfnOutput(this, 'ClusterName', { value: cluster.clusterName });
    new CfnOutput(this, 'Subnets', { value: vpc.selectSubnets({ subnetGroupName: 'tasks' }).subnetIds.join(',') });
    const preparations = subgraphs.map(
      (name) => new Preparation(this, name, { stage, key, database: databases[name] }),
    );
    new ReleaseRole(this, 'release-role', { stage, cluster, preparations });
    for (const { definition, name } of preparations) {
      new CfnOutput(this, `${name}Task`, { value: definition.taskDefinitionArn });
      new CfnOutput(this, `${name}Group`, { value: groups[name].securityGroupId });
    }
  }
}
