import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { FilledSecret } from '../constructs/filled-secret.ts';
import type { StageSettings } from '../stages.ts';

/** Keys that make up who is who, and what opens the payment provider. */
export class SecretsStack extends Stack {
  readonly viewerKeys: Secret;
  readonly guestKeys: Secret;
  readonly identityKeys: Secret;
  readonly paymentProvider: Secret;
  /** By which the load balancer knows that a request came through CloudFront and its web ACL. */
  readonly origin: Secret;

  constructor(
    scope: Construct,
    id: string,
    { stage, key, ...props }: StackProps & { stage: StageSettings; key: IKey },
  ) {
    super(scope, id, props);
    const filled = (name: string, description: string, fields: readonly string[]) =>
      new FilledSecret(this, name, {
        secretName: `cartograph/${stage.name}/${name}`,
        description,
        fields,
        key,
        rotatedBy: 'A new key is added beside the old one by hand, and the old one goes later (docs/aws.md).',
      });
    const pair = ['privateJwk', 'publicJwks'];
    this.viewerKeys = filled('viewer-keys', 'The gateway signs viewers with it, subgraphs verify.', pair);
    this.guestKeys = filled('guest-keys', 'The order subgraph signs the tokens of guests with it.', pair);
    const identity = ['signingKeys', 'identitySecret'];
    this.identityKeys = filled(
      'identity-keys',
      'The user subgraph signs access tokens and hashes codes with it.',
      identity,
    );
    this.paymentProvider = filled('payment-provider', 'The payment provider.', ['url', 'apiKey']);
    this.origin = new Secret(this, 'origin', {
      description: 'CloudFront sends it, the load balancer wants it.',
      encryptionKey: key,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    accept(this.origin, { 'AwsSolutions-SMG4': 'CloudFront and load balancer learn a new one together, by a deploy.' });
  }
}
