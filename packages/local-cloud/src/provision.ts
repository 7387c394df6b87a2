import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { busName, type ConsumerRoute, consumerRoutes } from '@cartograph/events';
import type { Archives } from './event-bridge/archives.ts';
import { queueArn, queueUrlOf } from './event-bridge/arn.ts';
import type { Registry } from './event-bridge/registry.ts';

export type ProvisionOptions = {
  registry: Registry;
  archives: Archives;
  sqsUrl: string;
  region: string;
  /** How long the archive of the bus keeps events; 0 is for ever. */
  archiveDays: number;
  routes?: ConsumerRoute[];
};

const visibilityTimeoutSeconds = 30;
const longPollSeconds = 20;
const receivesBeforeDeadLetter = 10;
const retentionSeconds = 14 * 86_400;

/**
 * Brings queues, bus, archive, rules and targets to what the routes say; run on every start. A rule that an earlier start made
 * and the routes no longer have is removed, and its queue stays, as there may be messages in it.
 */
export async function provision(options: ProvisionOptions): Promise<void> {
  const { registry, archives, sqsUrl, region, archiveDays, routes = consumerRoutes() } = options;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: sqsUrl, region, credentials });
  try {
    for (const route of routes) await provisionQueues(client, route, { sqsUrl, region });
  } finally {
    client.destroy();
  }
  registry.putBus(busName);
  archives.put({ name: busName, bus: busName, description: 'Every event of the shop.', retentionDays: archiveDays });
  const wanted = new Set(routes.map((route) => route.ruleName));
  for (const rule of registry.rules(busName)) {
    if (rule.isProvisioned && !wanted.has(rule.name)) registry.deleteRule(busName, rule.name);
  }
  for (const route of routes) provisionRule(registry, route, region);
}

type Place = { sqsUrl: string; region: string };

async function provisionQueues(client: SQSClient, route: ConsumerRoute, place: Place): Promise<void> {
  const common = {
    MessageRetentionPeriod: String(retentionSeconds),
    VisibilityTimeout: String(visibilityTimeoutSeconds),
  };
  const deadLetterTargetArn = queueArn(place.region, route.deadLetterQueueName);
  await ensureQueue(client, { name: route.deadLetterQueueName, attributes: common }, place);
  const attributes = {
    ...common,
    ReceiveMessageWaitTimeSeconds: String(longPollSeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: receivesBeforeDeadLetter }),
  };
  await ensureQueue(client, { name: route.queueName, attributes }, place);
}

type Wanted = { name: string; attributes: Record<string, string> };

async function ensureQueue(client: SQSClient, { name, attributes }: Wanted, { sqsUrl, region }: Place): Promise<void> {
  try {
    await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  } catch (error) {
    // It is there with other attributes: an older release made it. The name comes with or without its namespace.
    if (!(error instanceof Error && error.name.endsWith('QueueNameExists'))) throw error;
    const QueueUrl = queueUrlOf(queueArn(region, name), sqsUrl);
    await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
  }
}

const targetId = 'queue';

function provisionRule(
  registry: Registry,
  { ruleName, pattern, queueName, deadLetterQueueName }: ConsumerRoute,
  region: string,
): void {
  registry.putRule({
    bus: busName,
    name: ruleName,
    pattern: JSON.stringify(pattern),
    state: 'ENABLED',
    isProvisioned: true,
  });
  for (const { Id } of registry.targets(busName, ruleName)) {
    if (Id !== targetId) registry.removeTarget(busName, ruleName, Id);
  }
  registry.putTarget(busName, ruleName, {
    Id: targetId,
    Arn: queueArn(region, queueName),
    DeadLetterConfig: { Arn: queueArn(region, deadLetterQueueName) },
  });
}
