import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { OidcProviderNative, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { mayDeploy, mayPublish } from '../constructs/deploy-rights.ts';
import { tools } from '../stages.ts';
import type { RegistryStack } from './registry-stack.ts';

const issuer = 'token.actions.githubusercontent.com';

/** The same by GitHub Actions (.github/workflows/deploy.yml): no key is stored there, a job proves which job it is. */
export class GithubStack extends Stack {
  constructor(scope: Construct, id: string, { registry, ...props }: StackProps & { registry: RegistryStack }) {
    super(scope, id, props);
    const { owner, name, branch } = tools.repository;
    const provider = new OidcProviderNative(this, 'github', {
      url: `https://${issuer}`,
      clientIds: ['sts.amazonaws.com'],
    });
    // A branch builds images; only a job of a protected environment deploys. Nobody else's workflow is either.
    const jobs = { images: [`ref:refs/heads/${branch}`], deploy: ['environment:staging', 'environment:prod'] };
    const role = (job: keyof typeof jobs): Role => {
      const subjects = jobs[job].map((of) => `repo:${owner}/${name}:${of}`);
      const made = new Role(this, job, {
        roleName: `cartograph-github-${job}`,
        maxSessionDuration: Duration.hours(1),
        assumedBy: new WebIdentityPrincipal(provider.oidcProviderArn, {
          StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: subjects },
        }),
      });
      new CfnOutput(this, `${job}Role`, { value: made.roleArn });
      return made;
    };
    const images = role('images');
    mayPublish(images, registry);
    mayDeploy(role('deploy'));
  }
}
