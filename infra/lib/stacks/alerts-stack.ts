import { Stack, type StackProps } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { remains } from '../constructs/remains.ts';
import type { StageSettings } from '../stages.ts';

/** Where alarms go, and the key that encrypts what a stage says and logs. */
export class AlertsStack extends Stack {
  readonly topic: Topic;
  /** By its ARN: whoever may use it says so in a policy of their own, and this stack depends on nobody. */
  readonly key: IKey;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: StageSettings }) {
    super(scope, id, props);
    const key = new Key(this, 'key', {
      description: `Encrypts topics, logs and secrets of Cartograph ${stage.name}.`,
      enableKeyRotation: true,
      removalPolicy: remains(stage),
    });
    // Alarms and rules publish by themselves: without the key they would fail in silence.
    for (const speaker of ['cloudwatch', 'events', 'costalerts'])
      key.grantEncryptDecrypt(new ServicePrincipal(`${speaker}.amazonaws.com`));
    key.grantEncryptDecrypt(new ServicePrincipal(`logs.${stage.region}.amazonaws.com`));
    this.key = Key.fromKeyArn(this, 'key-by-arn', key.keyArn);
    this.topic = new Topic(this, 'alerts', {
      displayName: `Cartograph ${stage.name}`,
      masterKey: key,
      enforceSSL: true,
    });
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    this.topic.addSubscription(new EmailSubscription(stage.alertEmail));
  }
}
