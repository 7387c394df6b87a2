import { DefaultStackSynthesizer, Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { GithubStack } from './stacks/github-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';
import { RegistryStack } from './stacks/registry-stack.ts';
import { tools } from './stages.ts';

/** The account from which everything else is deployed: what was built, and the pipeline, or GitHub in its place. */
export class ToolsStage extends Stage {
  constructor(scope: Construct) {
    super(scope, 'tools', { env: { account: tools.account, region: tools.region } });
    const named = (id: string) => ({
      stackName: `cartograph-tools-${id}`,
      description: `Cartograph, tools: ${id}.`,
      terminationProtection: true,
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
    const registry = new RegistryStack(this, 'registry', named('registry'));
    new PipelineStack(this, 'pipeline', { ...named('pipeline'), registry });
    new GithubStack(this, 'github', { ...named('github'), registry });
    Tags.of(this).add('product', 'cartograph');
    Tags.of(this).add('stage', 'tools');
  }
}
