import { type IGrantable, type IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { releaseRoleArn } from '../facts/release-role.ts';
import { bundlesBucket } from '../stacks/notifications-stack.ts';
import type { RegistryStack } from '../stacks/registry-stack.ts';
import { stages, tools } from '../stages.ts';
import { acceptBelow, acceptFamilies } from './accept-families.ts';

/** The regions a stage has stacks in: its own, and CloudFront's. */
const regions = [...new Set([...Object.values(stages).map(({ region }) => region), 'us-east-1'])];

/** What `cdk deploy` becomes in a stage's account, by its bootstrap, and the role that runs migrations there. */
export const deployRoles = (): string[] =>
  Object.values(stages).flatMap((stage) => [
    releaseRoleArn(stage),
    ...regions.flatMap((region) =>
      ['deploy', 'file-publishing', 'lookup'].map(
        (kind) => `arn:aws:iam::${stage.account}:role/cdk-hnb659fds-${kind}-role-${stage.account}-${region}`,
      ),
    ),
  ]);

/** Lets it deploy every stage: by becoming one of these roles, with no right of its own. */
export const mayDeploy = (who: IGrantable): void => {
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['sts:AssumeRole'], resources: deployRoles() }),
  );
};

/** Lets it put images and bundles where deploys find them. */
export const mayPublish = (who: IGrantable, { repositories, bundles }: RegistryStack): void => {
  for (const repository of repositories) repository.grantPullPush(who);
  const images = repositories.map(({ repositoryArn }) => repositoryArn);
  who.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['ecr:DescribeImages'], resources: images }));
  bundles.grantPut(who, 'notifications/*');
  acceptFamilies(who.grantPrincipal as IConstruct & IPrincipal);
  acceptBelow(
    who.grantPrincipal as IConstruct & IPrincipal,
    'Bundles are named by commit; a log-in to the registry knows no resource.',
    ['*', 'cartograph-tools-registry:ExportsOutputFnGetAttbundles85CC79B2ArnE86C5AFD/notifications/*'],
  );
};

/** Where publish-images.sh publishes to. */
export const publishVariables = {
  REGISTRY: `${tools.account}.dkr.ecr.${tools.region}.amazonaws.com`,
  BUNDLES_BUCKET: bundlesBucket,
};
