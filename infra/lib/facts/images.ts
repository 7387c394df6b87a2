import { Repository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { tools } from '../stages.ts';
import type { WorkloadName } from './subgraphs.ts';

/** Images of others that run beside ours: copied into our registry with each release (infra/delivery/foreign-images.txt). */
export const foreignImages = ['otel-collector', 'psql'] as const;

export type ImageName = WorkloadName | (typeof foreignImages)[number];

/** The release that is deployed: the commit's hash, by `--context release=...`. */
export const releaseOf = (scope: Construct): string => {
  const release: unknown = scope.node.tryGetContext('release');
  return typeof release === 'string' ? release : 'unreleased';
};

const repository = (scope: Construct, name: ImageName) => {
  const repositoryName = `cartograph/${name}`;
  return Repository.fromRepositoryAttributes(scope, `${name}-images`, {
    repositoryName,
    repositoryArn: `arn:aws:ecr:${tools.region}:${tools.account}:repository/${repositoryName}`,
  });
};

/** An image of the release, in the registry of the tools' account. */
export const imageOf = (scope: Construct, name: ImageName): ContainerImage =>
  ContainerImage.fromEcrRepository(repository(scope, name), releaseOf(scope));
