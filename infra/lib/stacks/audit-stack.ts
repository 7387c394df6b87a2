import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { LogBucket } from '../constructs/log-bucket.ts';
import type { StageSettings } from '../stages.ts';

/** Who did what in this account: CloudTrail, in all regions, in files that show when somebody changed them. */
export class AuditStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: StageSettings }) {
    super(scope, id, props);
    const bucket = new Bucket(this, 'trail-files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(Math.max(365, stage.logDays)) }],
      serverAccessLogsBucket: new LogBucket(this, 'log', { stage }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new Trail(this, 'trail', {
      trailName: `cartograph-${stage.name}`,
      bucket,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableFileValidation: true,
    });
  }
}
