import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arnOfQueue, queueUrl, receiveAll, startTestCloud, type TestCloud } from './start-cloud.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

const anEntry = (changes = {}) => ({ Source: 'shop', DetailType: 'Sold', Detail: '{"sku":"A"}', ...changes });

/** A bus of its own with one rule that fills one queue. */
async function aRoute(name: string, pattern: object = { source: ['shop'] }) {
  await cloud.sqs.send(new CreateQueueCommand({ QueueName: name }));
  await cloud.bridge.send(new CreateEventBusCommand({ Name: name }));
  const rule = { Name: name, EventBusName: name, EventPattern: JSON.stringify(pattern) };
  await cloud.bridge.send(new PutRuleCommand(rule));
  const Targets = [{ Id: 'queue', Arn: arnOfQueue(name) }];
  await cloud.bridge.send(new PutTargetsCommand({ Rule: name, EventBusName: name, Targets }));
  return { EventBusName: name, queue: queueUrl(cloud.sqsUrl, name) };
}

describe('the event bridge, spoken to by the SDK', () => {
  it('keeps buses by name', async () => {
    const { EventBusArn } = await cloud.bridge.send(new CreateEventBusCommand({ Name: 'orders' }));
    expect(EventBusArn).toBe('arn:aws:events:eu-central-1:000000000000:event-bus/orders');
    const described = await cloud.bridge.send(new DescribeEventBusCommand({ Name: EventBusArn }));
    expect(described).toMatchObject({ Name: 'orders', Arn: EventBusArn, CreationTime: expect.any(Date) });
    const { EventBuses } = await cloud.bridge.send(new ListEventBusesCommand({ NamePrefix: 'ord' }));
    expect(EventBuses?.map((bus) => bus.Name)).toEqual(['orders']);
    await expect(cloud.bridge.send(new CreateEventBusCommand({ Name: 'orders' }))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      $metadata: { httpStatusCode: 400 },
    });
    await cloud.bridge.send(new DeleteEventBusCommand({ Name: 'orders' }));
    await expect(cloud.bridge.send(new DescribeEventBusCommand({ Name: 'orders' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Event bus orders does not exist.',
    });
  });

  it('keeps rules with their targets, and refuses to delete a rule that has some', async () => {
    const { EventBusName } = await aRoute('kept-rules');
    const rule = { Name: 'kept-rules', EventBusName };
    const described = await cloud.bridge.send(new DescribeRuleCommand(rule));
    expect(described).toMatchObject({
      Arn: 'arn:aws:events:eu-central-1:000000000000:rule/kept-rules/kept-rules',
      EventPattern: '{"source":["shop"]}',
      State: 'ENABLED',
    });
    const { Rules } = await cloud.bridge.send(new ListRulesCommand({ EventBusName }));
    expect(Rules?.map(({ Name }) => Name)).toEqual(['kept-rules']);
    const ofRule = { Rule: 'kept-rules', EventBusName };
    const { Targets } = await cloud.bridge.send(new ListTargetsByRuleCommand(ofRule));
    expect(Targets).toEqual([{ Id: 'queue', Arn: arnOfQueue('kept-rules') }]);
    await expect(cloud.bridge.send(new DeleteRuleCommand(rule))).rejects.toMatchObject({ name: 'ValidationException' });
    await cloud.bridge.send(new RemoveTargetsCommand({ ...ofRule, Ids: ['queue'] }));
    await cloud.bridge.send(new DeleteRuleCommand(rule));
    await expect(cloud.bridge.send(new DescribeRuleCommand(rule))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Rule kept-rules on EventBus kept-rules does not exist.',
    });
  });

  it('refuses a pattern with an operator that does not exist', async () => {
    const rule = { Name: 'r', EventPattern: '{"source":[{"like":"x"}]}' };
    await expect(cloud.bridge.send(new PutRuleCommand(rule))).rejects.toMatchObject({
      name: 'InvalidEventPatternException',
      message: 'Event pattern is not valid. Reason: Unrecognized match type like',
    });
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

  it('judges a pattern against an event without sending anything', async () => {
    const Event = JSON.stringify({
      id: '1',
      account: '0',
      source: 'shop',
      time: '2026-01-01T00:00:00Z',
      region: 'r',
      resources: [],
      'detail-type': 'Sold',
    });
    const judge = (pattern: object) =>
      cloud.bridge.send(new TestEventPatternCommand({ EventPattern: JSON.stringify(pattern), Event }));
    expect((await judge({ source: ['shop'] })).Result).toBe(true);
    expect((await judge({ source: [{ prefix: 'x' }] })).Result).toBe(false);
  });

  it('delivers a matching event as the standard event JSON, and none that does not match', async () => {
    const { EventBusName, queue } = await aRoute('delivery', { detail: { total: [{ numeric: ['>', 10] }] } });
    const Time = new Date('2026-11-22T10:11:12.345Z');
    const Entries = [5, 15].map((total) =>
      anEntry({ EventBusName, Detail: JSON.stringify({ total }), Time, Resources: ['r'] }),
    );
    const answer = await cloud.bridge.send(new PutEventsCommand({ Entries }));
    const [message] = await receiveAll(cloud.sqs, queue, 1);
    expect(JSON.parse(message?.Body ?? '')).toEqual({
      version: '0',
      id: answer.Entries?.[1]?.EventId,
      'detail-type': 'Sold',
      source: 'shop',
      account: '000000000000',
      time: '2026-11-22T10:11:12Z',
      region: 'eu-central-1',
      resources: ['r'],
      detail: { total: 15 },
    });
  });

  it('keeps the order of what it accepted, also across many requests', async () => {
    const { EventBusName, queue } = await aRoute('in-order');
    for (let batch = 0; batch < 5; batch += 1) {
      const Entries = Array.from({ length: 10 }, (_, at) =>
        anEntry({ EventBusName, Detail: JSON.stringify({ n: batch * 10 + at }) }),
      );
      await cloud.bridge.send(new PutEventsCommand({ Entries }));
    }
    const messages = await receiveAll(cloud.sqs, queue, 50);
    expect(messages.map(({ Body }) => JSON.parse(Body ?? '').detail.n)).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
  });

  it('sends nothing by a rule that is disabled, and sends again once it is enabled', async () => {
    const { EventBusName, queue } = await aRoute('switched');
    const rule = { Name: 'switched', EventBusName };
    await cloud.bridge.send(new DisableRuleCommand(rule));
    await cloud.bridge.send(new PutEventsCommand({ Entries: [anEntry({ EventBusName, Detail: '{"n":1}' })] }));
    await cloud.bridge.send(new EnableRuleCommand(rule));
    await cloud.bridge.send(new PutEventsCommand({ Entries: [anEntry({ EventBusName, Detail: '{"n":2}' })] }));
    const [message] = await receiveAll(cloud.sqs, queue, 1);
    expect(JSON.parse(message?.Body ?? '').detail).toEqual({ n: 2 });
  });

  it('says of each entry what is wrong with it, and accepts the others', async () => {
    const { EventBusName, queue } = await aRoute('entries');
    const faulty = [
      { Source: undefined },
      { DetailType: '' },
      { Detail: undefined },
      { Detail: '{' },
      { Detail: '[1]' },
      { Source: 'aws.s3' },
      { EventBusName: 'nowhere' },
    ];
    const Entries = [...faulty.map((fault) => anEntry({ EventBusName, ...fault })), anEntry({ EventBusName })];
    const answer = await cloud.bridge.send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(7);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'MalformedDetail',
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      'ResourceNotFoundException',
      undefined,
    ]);
    expect(await receiveAll(cloud.sqs, queue, 1)).toHaveLength(1);
  });

  it.each([
    ['no entry', []],
    ['eleven entries', Array.from({ length: 11 }, () => anEntry())],
    ['more than 256 KB', [anEntry({ Detail: JSON.stringify({ text: 'ä'.repeat(131_072) }) })]],
  ])('refuses %s as a whole', async (_, Entries) => {
    await expect(cloud.bridge.send(new PutEventsCommand({ Entries }))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('takes what just fits into 256 KB', async () => {
    const { EventBusName, queue } = await aRoute('large');
    const Detail = JSON.stringify({ text: 'x'.repeat(262_144 - '{"text":""}shopSold'.length) });
    const answer = await cloud.bridge.send(new PutEventsCommand({ Entries: [anEntry({ EventBusName, Detail })] }));
    expect(answer.FailedEntryCount).toBe(0);
    expect(await receiveAll(cloud.sqs, queue, 1)).toHaveLength(1);
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
