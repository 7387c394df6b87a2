import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';

/** Where a service of AWS writes who asked for what. Such services write with S3's own keys only. */
export class LogBucket extends Bucket {
  constructor(scope: Construct, id: string, { stage }: { stage: StageSettings }) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(stage.logDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(this, { 'AwsSolutions-S1': 'It holds access logs: logging who reads them would be logged here again.' });
  }
}
