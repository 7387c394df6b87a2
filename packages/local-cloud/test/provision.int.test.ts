import { rmSync } from 'node:fs';
import {
  DescribeArchiveCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { busName, consumerRoutes } from '@cartograph/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchives } from '../src/event-bridge/archives.ts';
import { openStore } from '../src/event-bridge/open-store.ts';
import { createRegistry } from '../src/event-bridge/registry.ts';
import { provision } from '../src/provision.ts';
import { arnOfQueue, queueUrl, startTestCloud, type TestCloud, temporaryFolder } from './start-cloud.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

const attributesOf = async (queue: string) => {
  const QueueUrl = queueUrl(cloud.sqsUrl, queue);
  return (await cloud.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes;
};

describe('a start', () => {
  it.each(consumerRoutes())('makes the queue, dead letters and rule of $consumer', async (route) => {
    expect(await attributesOf(route.queueName)).toMatchObject({
      VisibilityTimeout: '30',
      ReceiveMessageWaitTimeSeconds: '20',
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: arnOfQueue(route.deadLetterQueueName),
        maxReceiveCount: 10,
      }),
    });
    const ofRule = { Rule: route.ruleName, EventBusName: busName };
    const { Targets } = await cloud.bridge.send(new ListTargetsByRuleCommand(ofRule));
    const DeadLetterConfig = { Arn: arnOfQueue(route.deadLetterQueueName) };
    expect(Targets).toEqual([{ Id: 'queue', Arn: arnOfQueue(route.queueName), DeadLetterConfig }]);
  });

  it('makes an archive of the bus that keeps two weeks', async () => {
    const archive = await cloud.bridge.send(new DescribeArchiveCommand({ ArchiveName: busName }));
    expect(archive).toMatchObject({
      EventSourceArn: `arn:aws:events:eu-central-1:000000000000:event-bus/${busName}`,
      RetentionDays: 14,
      State: 'ENABLED',
    });
  });

  it('brings back what was changed, and keeps rules that others made', async () => {
    const [route] = consumerRoutes();
    if (route === undefined) throw new Error('the catalogue has no route');
    const QueueUrl = queueUrl(cloud.sqsUrl, route.queueName);
    await cloud.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '1' } }));
    await cloud.bridge.send(
      new PutRuleCommand({ Name: 'mine', EventBusName: busName, EventPattern: '{"source":["x"]}' }),
    );
    await cloud.stop();
    cloud = await startTestCloud(cloud.dataDir);
    expect(await attributesOf(route.queueName)).toMatchObject({ VisibilityTimeout: '30' });
    const { Rules } = await cloud.bridge.send(new ListRulesCommand({ EventBusName: busName }));
    expect(Rules?.map(({ Name }) => Name)).toEqual(
      ['mine', ...consumerRoutes().map(({ ruleName }) => ruleName)].sort(),
    );
  });

  it('removes a rule that is no longer in the routes', async () => {
    const folder = temporaryFolder();
    const store = openStore(folder);
    const registry = createRegistry(store);
    const archives = createArchives(store);
    const place = { registry, archives, sqsUrl: cloud.sqsUrl, region: 'eu-central-1', archiveDays: 14 };
    const routes = consumerRoutes();
    await provision({ ...place, routes });
    await provision({ ...place, routes: routes.slice(1) });
    const names = registry.rules(busName).map(({ name }) => name);
    store.close();
    rmSync(folder, { recursive: true });
    expect(names.toSorted()).toEqual(
      routes
        .slice(1)
        .map(({ ruleName }) => ruleName)
        .toSorted(),
    );
  });
});
