import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type ISecurityGroup, type IVpc, Port } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  AuroraPostgresEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
  ParameterGroup,
} from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import { alarmsOfAurora } from './aurora-alarms.ts';
import { LogRoom } from './log-room.ts';

export type AuroraProps = { stage: StageSettings; vpc: IVpc; key: IKey; alerts: ITopic };

/** Not PostgreSQL's own port: who scans for databases looks there first. */
const port = 5_433;

/** The major version that the embedded default runs. */
const engine = DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_18_4 });

/** A PostgreSQL cluster in subnets without a way out: encrypted, backed up, closed to whatever does not speak TLS. */
export class Aurora extends Construct {
  readonly cluster: DatabaseCluster;
  readonly admin: ISecret;
  private readonly stage: StageSettings;

  constructor(scope: Construct, id: string, { stage, vpc, key, alerts }: AuroraProps) {
    super(scope, id);
    this.stage = stage;
    const { capacity, readers, backupDays } = stage.database;
    const clusterIdentifier = `cartograph-${stage.name}-${id}`;
    const log = new LogRoom(this, 'log', { stage, name: `/aws/rds/cluster/${clusterIdentifier}/postgresql`, key });
    const credentials = Credentials.fromGeneratedSecret('cartograph', { encryptionKey: key });
    const instance = {
      publiclyAccessible: false,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
    };
    this.cluster = new DatabaseCluster(this, 'cluster', {
      clusterIdentifier,
      engine,
      port,
      vpc,
      vpcSubnets: { subnetGroupName: 'databases' },
      writer: ClusterInstance.serverlessV2('writer', instance),
      readers: Array.from({ length: readers }, (_, n) =>
        ClusterInstance.serverlessV2(`reader-${n + 1}`, { ...instance, scaleWithWriter: true }),
      ),
      serverlessV2MinCapacity: capacity.min,
      serverlessV2MaxCapacity: capacity.max,
      credentials,
      parameterGroup: this.parameters(),
      storageEncrypted: true,
      storageEncryptionKey: key,
      backup: { retention: Duration.days(backupDays), preferredWindow: '02:00-03:00' },
      copyTagsToSnapshot: true,
      deletionProtection: stage.isKept,
      removalPolicy: stage.isKept ? RemovalPolicy.RETAIN : RemovalPolicy.SNAPSHOT,
      iamAuthentication: true,
      cloudwatchLogsExports: ['postgresql'],
    });
    this.cluster.node.addDependency(log);
    if (!stage.isKept) accept(this.cluster, { 'AwsSolutions-RDS10': 'A stage to try things in is torn down at will.' });
    if (!this.cluster.secret) throw new Error(`${Stack.of(this).stackName}: the cluster has no secret for its admin.`);
    this.admin = this.cluster.secret;
    this.cluster.addRotationSingleUser(this.rotation());
    alarmsOfAurora(this, { cluster: this.cluster, stage, alerts });
  }

  /** Lets whoever has this security group in. */
  admit(group: ISecurityGroup): void {
    this.cluster.connections.allowFrom(group, Port.tcp(port));
  }

  /** Rotates the credentials of one database. */
  rotate(id: string, secret: ISecret): void {
    // Two users take turns: a task that still has yesterday's password goes on working until it is replaced.
    this.cluster.addRotationMultiUser(id, { ...this.rotation(), secret });
  }

  private rotation() {
    return {
      automaticallyAfter: Duration.days(this.stage.database.rotateAfterDays),
      vpcSubnets: { subnetGroupName: 'tasks' },
      // The roles are made by the first preparation of the databases: before it there is nothing to rotate.
      rotateImmediatelyOnUpdate: false,
    };
  }

  private parameters(): ParameterGroup {
    return new ParameterGroup(this, 'parameters', {
      engine,
      description: 'Cartograph: TLS only, slow statements and lock waits in the log.',
      parameters: {
        'rds.force_ssl': '1',
        log_min_duration_statement: '500',
        log_lock_waits: '1',
        log_statement: 'none',
        // A slow statement's values, and the row that a constraint refused, are what people wrote of themselves.
        log_parameter_max_length: '0',
        log_parameter_max_length_on_error: '0',
        log_error_verbosity: 'terse',
      },
    });
  }
}
