import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type ISecurityGroup, type IVpc, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { LogRoom } from '../constructs/log-room.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { StageSettings } from '../stages.ts';

export type CacheStackProps = StackProps & {
  stage: StageSettings;
  vpc: IVpc;
  key: IKey;
  alerts: ITopic;
  /** Who may connect: these alone. */
  user: ISecurityGroup;
  gateway: ISecurityGroup;
};

/** Not Redis' own port, for the same reason as the databases'. */
const port = 6_380;

/**
 * Valkey, in which all replicas of the user subgraph count attempts together, and by which gateways tell one another what
 * is no longer true: what it holds may be lost at any time.
 */
export class CacheStack extends Stack {
  readonly cache: CfnReplicationGroup;
  readonly token: Secret;
  /** Without the token. */
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, vpc, key, alerts, user, gateway, ...props }: CacheStackProps) {
    super(scope, id, props);
    const group = new SecurityGroup(this, 'group', { vpc, description: 'The cache.', allowAllOutbound: false });
    group.addIngressRule(user, Port.tcp(port), 'The user subgraph.');
    group.addIngressRule(gateway, Port.tcp(port), 'The gateway.');
    this.token = new Secret(this, 'token', {
      description: 'With what the user subgraph and the gateway open the cache.',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    accept(this.token, {
      'AwsSolutions-SMG4': 'ElastiCache learns a new token by a deploy of this stack, not by itself.',
    });
    const log = new LogRoom(this, 'log', { stage, name: 'cache', key });
    this.cache = this.replicationGroup(stage, { vpc, group, key, log });
    // Two s: the password goes over TLS alone.
    this.url = `rediss://${this.cache.attrPrimaryEndPointAddress}:${port}`;
    new RunbookAlarm(this, 'memory', {
      metric: new Metric({
        namespace: 'AWS/ElastiCache',
        metricName: 'DatabaseMemoryUsagePercentage',
        dimensionsMap: { CacheClusterId: `${this.cache.replicationGroupId}-001` },
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 90,
      evaluationPeriods: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      says: 'The cache is full: it throws out what is still wanted.',
      runbook: 'cache-memory',
      alerts,
    });
  }

  private replicationGroup(
    stage: StageSettings,
    { vpc, group, key, log }: { vpc: IVpc; group: SecurityGroup; key: IKey; log: LogRoom },
  ): CfnReplicationGroup {
    const subnets = new CfnSubnetGroup(this, 'subnets', {
      description: 'Without a way out.',
      subnetIds: vpc.selectSubnets({ subnetGroupName: 'databases' }).subnetIds,
    });
    return new CfnReplicationGroup(this, 'cache', {
      replicationGroupId: `cartograph-${stage.name}`,
      replicationGroupDescription: 'Attempts of the last hours.',
      engine: 'valkey',
      engineVersion: '8.0',
      cacheNodeType: stage.cache.nodeType,
      port,
      numNodeGroups: 1,
      replicasPerNodeGroup: stage.cache.replicas,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      atRestEncryptionEnabled: true,
      kmsKeyId: key.keyArn,
      transitEncryptionEnabled: true,
      authToken: this.token.secretValue.unsafeUnwrap(),
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [group.securityGroupId],
      snapshotRetentionLimit: 0,
      logDeliveryConfigurations: [
        {
          logType: 'slow-log',
          logFormat: 'json',
          destinationType: 'cloudwatch-logs',
          destinationDetails: { cloudWatchLogsDetails: { logGroup: log.logGroupName } },
        },
      ],
    });
  }
}
