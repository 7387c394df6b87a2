import { Repository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { tools } from '../stages.ts';
import type { WorkloadName } from './subgraphs.ts';

/** Images of others that run beside ours: copied into our registry by the pipeline, at these versions. */
export const foreignImages = {
  'otel-collector': 'public.ecr.aws/aws-observability/aws-otel-collector:v0.45.0',
  psql: 'public.ecr.aws/docker/library/postgres:18-alpine',
} as const;

export type ImageName = WorkloadName | keyof typeof foreignImages;

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
