import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Canary, Code, Runtime, Schedule, Test } from 'aws-cdk-lib/aws-synthetics';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { LogBucket } from '../constructs/log-bucket.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { StageSettings } from '../stages.ts';

const script = readFileSync(join(import.meta.dirname, '../../canary/buy.cjs'), 'utf8');

/** Somebody who buys the test article again and again, by the way every customer comes. */
export class CanaryStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, alerts, key, ...props }: StackProps & { stage: StageSettings; alerts: ITopic; key: IKey },
  ) {
    super(scope, id, props);
    const artifactsBucket = new Bucket(this, 'artifacts', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(14) }],
      serverAccessLogsBucket: new LogBucket(this, 'log', { stage }),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const canary = new Canary(this, 'buyer', {
      canaryName: `cartograph-${stage.name}-buyer`.slice(0, 21),
      runtime: Runtime.SYNTHETICS_NODEJS_PUPPETEER_9_1,
      test: Test.custom({ code: Code.fromInline(script), handler: 'index.handler' }),
      schedule: Schedule.rate(Duration.minutes(stage.canary.minutes)),
      timeout: Duration.seconds(60),
      artifactsBucketLocation: { bucket: artifactsBucket },
      provisionedResourceCleanup: true,
      environmentVariables: {
        GRAPH_URL: `https://${stage.domain.name}/graphql`,
        ...(stage.canary.variantId && { VARIANT_ID: stage.canary.variantId }),
        PAYMENT_METHOD_TOKEN: stage.canary.paymentMethodToken,
      },
    });
    accept(canary, {
      'AwsSolutions-IAM5[Resource::<artifacts7424475B.Arn>/*]': 'Each run writes files of its own into one bucket.',
      [`AwsSolutions-IAM5[Resource::arn:aws:logs:${this.region}:${this.account}:log-group:/aws/lambda/cwsyn-*]`]:
        'The Lambda behind a canary has a name that Synthetics makes up.',
      'AwsSolutions-IAM5[Resource::*]': 's3:ListAllMyBuckets, X-Ray and CloudWatch metrics know no resource.',
    });
    const canBuy = canary.metricSuccessPercent({ period: Duration.minutes(Math.max(15, stage.canary.minutes)) });
    new RunbookAlarm(this, 'cannot-buy', {
      metric: canBuy,
      threshold: 90,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      // A canary that does not sing is no good sign.
      missing: TreatMissingData.BREACHING,
      says: 'The canary could not buy the test article.',
      runbook: 'canary-cannot-buy',
      alerts,
    });
  }
}
