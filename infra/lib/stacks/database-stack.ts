import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Aurora } from '../constructs/aurora.ts';
import { SubgraphDatabase } from '../constructs/subgraph-database.ts';
import { type Subgraph, subgraphs } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';

export type DatabaseStackProps = StackProps & {
  stage: StageSettings;
  vpc: IVpc;
  key: IKey;
  alerts: ITopic;
  /** Who may connect to which database. */
  groups: Readonly<Record<Subgraph, ISecurityGroup>>;
};

/** A database for each subgraph: on one cluster, or on clusters of their own, as the stage has it. */
export class DatabaseStack extends Stack {
  readonly databases: Readonly<Record<Subgraph, SubgraphDatabase>>;
  readonly clusters: readonly Aurora[];

  constructor(scope: Construct, id: string, { stage, vpc, key, alerts, groups, ...props }: DatabaseStackProps) {
    super(scope, id, props);
    const made = new Map<string, Aurora>();
    const clusterOf = (subgraph: Subgraph): Aurora => {
      const name = stage.database.clusters === 'own' ? subgraph : 'shared';
      const aurora = made.get(name) ?? new Aurora(this, name, { stage, vpc, key, alerts });
      made.set(name, aurora);
      return aurora;
    };
    const databases = subgraphs.map((name) => {
      const aurora = clusterOf(name);
      aurora.admit(groups[name]);
      return [name, new SubgraphDatabase(this, `${name}-database`, { aurora, name, key })] as const;
    });
    this.databases = Object.fromEntries(databases) as Record<Subgraph, SubgraphDatabase>;
    this.clusters = [...made.values()];
  }
}
