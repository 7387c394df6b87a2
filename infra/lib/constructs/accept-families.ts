import { type CfnElement, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { accept } from './accept.ts';

const families = [
  's3:GetObject*',
  's3:GetBucket*',
  's3:List*',
  's3:DeleteObject*',
  's3:Abort*',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
];

/** Accepts the grants of S3 and KMS, which are families of one action each, on buckets and keys that are named. */
export const acceptFamilies = (construct: IConstruct): void =>
  accept(
    construct,
    Object.fromEntries(
      families.map((action) => [
        `AwsSolutions-IAM5[Action::${action}]`,
        'A family of one action, on what is named beside it.',
      ]),
    ),
  );

/** Accepts wildcards at the end of these resources. */
export const acceptBelow = (construct: IConstruct, reason: string, resources: readonly string[]): void =>
  accept(construct, Object.fromEntries(resources.map((one) => [`AwsSolutions-IAM5[Resource::${one}]`, reason])));

/** How a finding names a resource of the same stack. */
export const findingName = (element: IConstruct): string =>
  `<${String(Stack.of(element).resolve((element.node.defaultChild as CfnElement).logicalId))}>`;
