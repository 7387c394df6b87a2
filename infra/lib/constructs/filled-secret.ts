import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { accept } from './accept.ts';

export type FilledSecretProps = {
  secretName: string;
  description: string;
  /** The fields it has. They are empty at first, and a service that reads an empty one says so and does not start. */
  fields: readonly string[];
  key: IKey;
  /** Why no machine rotates it. */
  rotatedBy: string;
};

/** A secret that a person fills once after the first deploy (docs/aws.md). */
export class FilledSecret extends Secret {
  constructor(scope: Construct, id: string, { secretName, description, fields, key, rotatedBy }: FilledSecretProps) {
    super(scope, id, {
      secretName,
      description,
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(Object.fromEntries(fields.map((field) => [field, '']))),
        generateStringKey: 'unused',
      },
    });
    accept(this, { 'AwsSolutions-SMG4': rotatedBy });
  }
}
