import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Repository, TagMutability } from 'aws-cdk-lib/aws-ecr';
import { AccountPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { foreignImages } from '../facts/images.ts';
import { subgraphs } from '../facts/subgraphs.ts';
import { stages } from '../stages.ts';
import { bundlesBucket } from './notifications-stack.ts';

/** What was built: images and bundles, by commit, readable by every stage's account and changeable by none. */
export class RegistryStack extends Stack {
  readonly repositories: readonly Repository[];
  readonly bundles: Bucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const readers = Object.values(stages).map(({ account }) => new AccountPrincipal(account));
    const names = ['gateway', ...subgraphs, ...foreignImages];
    this.repositories = names.map((name) => {
      const repository = new Repository(this, name, {
        repositoryName: `cartograph/${name}`,
        imageScanOnPush: true,
        imageTagMutability: TagMutability.IMMUTABLE,
        lifecycleRules: [{ maxImageCount: 200 }],
        removalPolicy: RemovalPolicy.RETAIN,
      });
      for (const reader of readers) repository.grantPull(reader);
      return repository;
    });
    this.bundles = new Bucket(this, 'bundles', {
      bucketName: bundlesBucket,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(this.bundles, { 'AwsSolutions-S1': 'Who read a bundle is in CloudTrail.' });
    this.bundles.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [...readers, new ServicePrincipal('lambda.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.bundles.arnForObjects('notifications/*')],
        conditions: { StringEquals: { 'aws:PrincipalAccount': Object.values(stages).map(({ account }) => account) } },
      }),
    );
    new CfnOutput(this, 'BundlesBucket', { value: this.bundles.bucketName });
  }
}
