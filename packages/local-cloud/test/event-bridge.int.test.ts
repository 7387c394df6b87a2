import {
  CreateArchiveCommand,
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  ListEventBusesCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arnOfQueue, queueUrl, receiveAll, startTestCloud, type TestCloud } from './start-cloud.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

const pattern = '{"source":["shop"]}';
const anEntry = (changes = {}) => ({ Source: 'shop', DetailType: 'Sold', Detail: '{"sku":"A"}', ...changes });

/** A bus of its own with one rule that fills one queue. */
async function aRoute(name: string) {
  await cloud.sqs.send(new CreateQueueCommand({ QueueName: name }));
  await cloud.bridge.send(new CreateEventBusCommand({ Name: name }));
  const rule = { Name: name, EventBusName: name, EventPattern: pattern };
  await cloud.bridge.send(new PutRuleCommand(rule));
  const Targets = [{ Id: 'queue', Arn: arnOfQueue(name) }];
  await cloud.bridge.send(new PutTargetsCommand({ Rule: name, EventBusName: name, Targets }));
  return { EventBusName: name, queue: queueUrl(cloud.sqsUrl, name) };
}

describe('the event bridge, spoken to by the SDK', () => {
  it('says in words what does not exist', async () => {
    await expect(cloud.bridge.send(new DescribeEventBusCommand({ Name: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Event bus none does not exist.',
    });
    await expect(cloud.bridge.send(new DescribeRuleCommand({ Name: 'none' }))).rejects.toMatchObject({
      message: 'Rule none on EventBus default does not exist.',
    });
    const like = { Name: 'r', EventPattern: '{"source":[{"like":"x"}]}' };
    await expect(cloud.bridge.send(new PutRuleCommand(like))).rejects.toMatchObject({
      message: 'Event pattern is not valid. Reason: Unrecognized match type like',
    });
  });

  it('names the bus of an entry that does not exist', async () => {
    const entry = anEntry({ EventBusName: 'nowhere' });
    const { Entries } = await cloud.bridge.send(new PutEventsCommand({ Entries: [entry] }));
    expect(Entries?.[0]).toMatchObject({ ErrorCode: 'ResourceNotFoundException' });
  });

  it('takes a hundred buses beside the default one, and three hundred rules on each', async () => {
    const { EventBuses = [] } = await cloud.bridge.send(new ListEventBusesCommand({}));
    for (let n = EventBuses.length; n <= 100; n += 1) {
      await cloud.bridge.send(new CreateEventBusCommand({ Name: `many-${n}` }));
    }
    const tooMany = { name: 'LimitExceededException' };
    await expect(cloud.bridge.send(new CreateEventBusCommand({ Name: 'one-more' }))).rejects.toMatchObject(tooMany);
    const rule = (n: number) => new PutRuleCommand({ Name: `r-${n}`, EventBusName: 'many-100', EventPattern: pattern });
    for (let n = 0; n < 300; n += 1) await cloud.bridge.send(rule(n));
    await expect(cloud.bridge.send(rule(300))).rejects.toMatchObject(tooMany);
    await cloud.bridge.send(rule(299));
    for (let n = EventBuses.length; n < 100; n += 1) {
      await cloud.bridge.send(new DeleteEventBusCommand({ Name: `many-${n}` }));
    }
  });

  it('refuses a replay to a rule it does not know, and to delete a bus that has an archive', async () => {
    const { EventBusName } = await aRoute('replayed');
    const Arn = `arn:aws:events:eu-central-1:000000000000:event-bus/${EventBusName}`;
    await cloud.bridge.send(new CreateArchiveCommand({ ArchiveName: 'replayed', EventSourceArn: Arn }));
    const start = (ReplayName: string, FilterArns: string[] = []) =>
      cloud.bridge.send(
        new StartReplayCommand({
          ReplayName,
          EventSourceArn: 'arn:aws:events:eu-central-1:000000000000:archive/replayed',
          EventStartTime: new Date(0),
          EventEndTime: new Date(1_000),
          Destination: { Arn, FilterArns },
        }),
      );
    const unknown = 'arn:aws:events:eu-central-1:000000000000:rule/replayed/none';
    await expect(start('astray', [unknown])).rejects.toMatchObject({ name: 'ValidationException' });
    const deleted = cloud.bridge.send(new DeleteEventBusCommand({ Name: EventBusName }));
    await expect(deleted).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('refuses a target that it would treat otherwise than AWS does', async () => {
    const { EventBusName } = await aRoute('odd-targets');
    const Targets = [
      { Id: 'lambda', Arn: 'arn:aws:lambda:eu-central-1:000000000000:function:f' },
      { Id: 'input', Arn: arnOfQueue('odd-targets'), Input: '{}' },
    ];
    const answer = await cloud.bridge.send(new PutTargetsCommand({ Rule: 'odd-targets', EventBusName, Targets }));
    expect(answer.FailedEntryCount).toBe(2);
    expect(answer.FailedEntries?.map(({ TargetId }) => TargetId)).toEqual(['lambda', 'input']);
  });

  it('keeps the order of what it accepted, also across many requests', async () => {
    const { EventBusName, queue } = await aRoute('in-order');
    for (let batch = 0; batch < 5; batch += 1) {
      const Entries = Array.from({ length: 10 }, (_, at) =>
        anEntry({ EventBusName, Detail: JSON.stringify({ n: batch * 10 + at }) }),
      );
      await cloud.bridge.send(new PutEventsCommand({ Entries }));
    }
    const messages = await receiveAll(cloud.sqs, queue, { wanted: 50 });
    expect(messages.map(({ Body }) => JSON.parse(Body ?? '').detail.n)).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
  });

  it('takes what just fits into 256 KB', async () => {
    const { EventBusName, queue } = await aRoute('large');
    const Detail = JSON.stringify({ text: 'x'.repeat(262_144 - '{"text":""}shopSold'.length) });
    const answer = await cloud.bridge.send(new PutEventsCommand({ Entries: [anEntry({ EventBusName, Detail })] }));
    expect(answer.FailedEntryCount).toBe(0);
    expect(await receiveAll(cloud.sqs, queue, { wanted: 1 })).toHaveLength(1);
  });

  it('answers what it does not serve, or cannot read, as AWS does', async () => {
    const post = async (target: string, body: string) => {
      const response = await fetch(cloud.eventBridgeUrl, { method: 'POST', headers: { 'x-amz-target': target }, body });
      return [response.status, ((await response.json()) as { __type: string }).__type];
    };
    expect(await post('AWSEvents.Dance', '{}')).toEqual([400, 'UnknownOperationException']);
    expect(await post('AmazonSQS.PutEvents', '{}')).toEqual([400, 'UnknownOperationException']);
    expect(await post('AWSEvents.PutEvents', '{')).toEqual([400, 'SerializationException']);
    expect(await post('AWSEvents.PutEvents', ' '.repeat(1_100_000))).toEqual([413, 'RequestEntityTooLargeException']);
  });

  it('says that it is alive and ready', async () => {
    for (const path of ['/health', '/ready']) expect((await fetch(cloud.eventBridgeUrl + path)).status).toBe(200);
  });
});
