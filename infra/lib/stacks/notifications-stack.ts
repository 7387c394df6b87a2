import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { GuardedQueue } from '../constructs/guarded-queue.ts';
import { LogRoom } from '../constructs/log-room.ts';
import { remains } from '../constructs/remains.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import { releaseOf } from '../facts/images.ts';
import { type StageSettings, tools } from '../stages.ts';

export type NotificationsStackProps = StackProps & { stage: StageSettings; key: IKey; alerts: ITopic };

const timeout = Duration.seconds(30);

/** Delivers what the user subgraph decided to tell: its own queue, a Lambda, and a table by which it tells once. */
export class NotificationsStack extends Stack {
  readonly queue: GuardedQueue;
  private readonly stage: StageSettings;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, { stage, key, alerts, ...props }: NotificationsStackProps) {
    super(scope, id, props);
    [this.stage, this.key] = [stage, key];
    this.queue = new GuardedQueue(this, 'guarded', {
      queueName: 'cartograph-notifications',
      deadLetterQueueName: 'cartograph-notifications-dead-letters',
      alerts,
      // By the documentation of Lambda: six times as long as one batch may take.
      hidden: Duration.seconds(timeout.toSeconds() * 6),
      receivesBeforeDeadLetter: 5,
    });
    const notices = new Topic(this, 'notices', { topicName: 'cartograph-notices', masterKey: key, enforceSSL: true });
    const delivered = this.table();
    const lambda = this.lambda({ notices, delivered });
    lambda.addEventSource(
      new SqsEventSource(this.queue.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
    new RunbookAlarm(this, 'fail', {
      metric: lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 0,
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      says: 'The Lambda that delivers notifications fails as a whole.',
      runbook: 'notifications-fail',
      alerts,
    });
  }

  /** What was delivered, for a day longer than a message can live in queue and dead letters together. */
  private table(): Table {
    return new Table(this, 'delivered', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiration',
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: this.stage.isKept,
      removalPolicy: remains(this.stage),
    });
  }

  private lambda({ notices, delivered }: { notices: Topic; delivered: Table }): Lambda {
    const { stage, key } = this;
    const from = `no-reply@${stage.domain.name}`;
    const log = new LogRoom(this, 'log', { stage, name: 'notifications', key });
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    log.grantWrite(role);
    const bundles = Bucket.fromBucketName(this, 'bundles', bundlesBucket);
    const lambda = new Lambda(this, 'lambda', {
      functionName: `cartograph-${stage.name}-notifications`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      handler: 'main.handler',
      code: Code.fromBucket(bundles, `notifications/${releaseOf(this)}.zip`),
      role,
      timeout,
      memorySize: 512,
      tracing: Tracing.ACTIVE,
      logGroup: log,
      environment: {
        IDEMPOTENCY_TABLE: delivered.tableName,
        MAIL_FROM: from,
        TOPIC_ARNS: this.toJsonString({ notices: notices.topicArn }),
        LOG_LEVEL: 'info',
      },
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        resources: [delivered.tableArn],
      }),
    );
    key.grantEncryptDecrypt(role);
    role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [notices.topicArn] }));
    role.addToPolicy(this.mayMail(from));
    accept(role, {
      'AwsSolutions-IAM5[Resource::*]': 'The X-Ray actions know no resource.',
      'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]': 'The grants of KMS are families of one action.',
      'AwsSolutions-IAM5[Action::kms:ReEncrypt*]': 'The grants of KMS are families of one action.',
    });
    return lambda;
  }

  /** Mail from the shop's own domain, from this one address. */
  private mayMail(from: string): PolicyStatement {
    const { hostedZoneId, name: zoneName } = this.stage.domain;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'zone', { hostedZoneId, zoneName });
    const identity = new EmailIdentity(this, 'sender', { identity: Identity.publicHostedZone(zone) });
    return new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [identity.emailIdentityArn],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    });
  }
}

/** Where the pipeline puts the Lambda's bundle. */
export const bundlesBucket = `cartograph-bundles-${tools.account}`;
