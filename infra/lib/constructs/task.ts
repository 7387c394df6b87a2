import { Duration } from 'aws-cdk-lib';
import {
  type ContainerDefinition,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
  type Secret,
} from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { containerPort } from '../facts/addresses.ts';
import { collectorConfig } from '../facts/collector.ts';
import { imageOf } from '../facts/images.ts';
import type { WorkloadName } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import { LogRoom } from './log-room.ts';

export type TaskProps = {
  stage: StageSettings;
  name: WorkloadName;
  key: IKey;
  environment: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, Secret>>;
};

/** Longer than a process takes to answer what is in flight (DRAIN_LIMIT_MS), shorter than ECS waits before it kills. */
export const stopTimeout = Duration.seconds(30);

/** What runs: the service's own container, without rights and without a disk to write on, and the collector beside it. */
export class Task extends Construct {
  readonly definition: FargateTaskDefinition;
  readonly container: ContainerDefinition;

  constructor(scope: Construct, id: string, { stage, name, key, environment, secrets }: TaskProps) {
    super(scope, id);
    const log = new LogRoom(this, 'log', { stage, name, key });
    this.definition = new FargateTaskDefinition(this, 'definition', {
      family: `cartograph-${stage.name}-${name}`,
      cpu: stage.workloads.cpu,
      memoryLimitMiB: stage.workloads.memoryMiB,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.X86_64, operatingSystemFamily: OperatingSystemFamily.LINUX },
    });
    this.container = this.definition.addContainer(name, {
      image: imageOf(this, name),
      environment,
      secrets,
      portMappings: [{ containerPort }],
      readonlyRootFilesystem: true,
      user: '1000',
      stopTimeout,
      logging: LogDrivers.awsLogs({ streamPrefix: name, logGroup: log }),
      healthCheck: {
        command: [
          'CMD',
          'node',
          '-e',
          `fetch('http://127.0.0.1:${containerPort}/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`,
        ],
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        startPeriod: Duration.seconds(30),
      },
    });
    this.addCollector(stage, log);
    accept(this.definition, {
      'AwsSolutions-ECS2': 'Addresses and limits stand in the environment; what is secret comes from Secrets Manager.',
      'AwsSolutions-IAM5[Resource::*]': 'ecr:GetAuthorizationToken and the X-Ray actions know no resource.',
      'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]': 'The grants of KMS are families of one action.',
      'AwsSolutions-IAM5[Action::kms:ReEncrypt*]': 'The grants of KMS are families of one action.',
    });
  }

  private addCollector(stage: StageSettings, log: LogRoom): void {
    this.definition.addContainer('collector', {
      image: imageOf(this, 'otel-collector'),
      // A shop without metrics still sells.
      essential: false,
      environment: { AOT_CONFIG_CONTENT: collectorConfig(stage) },
      memoryReservationMiB: 64,
      readonlyRootFilesystem: true,
      logging: LogDrivers.awsLogs({ streamPrefix: 'collector', logGroup: log }),
    });
    this.definition.addToTaskRolePolicy(
      new PolicyStatement({
        actions: [
          'xray:PutTraceSegments',
          'xray:PutTelemetryRecords',
          'xray:GetSamplingRules',
          'xray:GetSamplingTargets',
        ],
        resources: ['*'],
      }),
    );
    const metrics = `arn:aws:logs:${stage.region}:${stage.account}:log-group:/cartograph/${stage.name}/metrics`;
    this.definition.addToTaskRolePolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
        resources: [metrics, `${metrics}:log-stream:*`],
      }),
    );
    accept(this.definition, {
      [`AwsSolutions-IAM5[Resource::${metrics}:log-stream:*]`]: 'The streams of one group: each task opens its own.',
    });
  }
}
