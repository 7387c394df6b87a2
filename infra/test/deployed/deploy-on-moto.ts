import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { startMoto } from '../../../packages/local-cloud/test/contract/start-moto.ts';
import { type Template, templateOf } from '../assembly.ts';

export type DeployedOnMoto = Awaited<ReturnType<typeof startMoto>> & {
  /** The logical ids that moto really made, by stack. */
  made: ReadonlyMap<string, ReadonlySet<string>>;
};

/** moto starts empty, and CloudFormation makes these stacks in it, in this order. */
export const deployOnMoto = async (program: string, stacks: readonly string[]): Promise<DeployedOnMoto> => {
  const moto = await startMoto(program);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CloudFormationClient({ endpoint: moto.url, region: 'eu-central-1', credentials, maxAttempts: 1 });
  const made = new Map<string, ReadonlySet<string>>();
  try {
    for (const stack of stacks) made.set(stack, await deploy(client, stack));
  } catch (error) {
    await moto.stop();
    throw error;
  } finally {
    client.destroy();
  }
  return { ...moto, made };
};

const deploy = async (client: CloudFormationClient, StackName: string): Promise<ReadonlySet<string>> => {
  const TemplateBody = JSON.stringify(withoutKeyTags(templateOf(StackName)));
  await client.send(new CreateStackCommand({ StackName, TemplateBody }));
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  const status = Stacks?.[0]?.StackStatus;
  if (status !== 'CREATE_COMPLETE') throw new Error(`${StackName} is ${status}.`);
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName }));
  return new Set(StackResources.map(({ LogicalResourceId = '' }) => LogicalResourceId));
};

/** moto 5.2.5 makes no key with tags. The stack of events has no key and is deployed as it is. */
const withoutKeyTags = (template: Template): Template => {
  const resources = Object.entries(template.Resources).map(([id, resource]) => {
    if (resource.Type !== 'AWS::KMS::Key') return [id, resource] as const;
    const { Tags: _tags, ...Properties } = resource.Properties ?? {};
    return [id, { ...resource, Properties }] as const;
  });
  return { ...template, Resources: Object.fromEntries(resources) };
};
