import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arnOfQueue, queueUrl, receiveAll, startTestCloud, type TestCloud } from './start-cloud.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

async function aRule(name: string, targets: object[]): Promise<void> {
  await cloud.bridge.send(new PutRuleCommand({ Name: name, EventPattern: `{"source":["${name}"]}` }));
  const Targets = targets.map((target, at) => ({ Id: String(at), Arn: arnOfQueue(name), ...target }));
  await cloud.bridge.send(new PutTargetsCommand({ Rule: name, Targets }));
}

const put = (Source: string, n: number) =>
  cloud.bridge.send(
    new PutEventsCommand({ Entries: [{ Source, DetailType: 'Tried', Detail: JSON.stringify({ n }) }] }),
  );

describe('an event whose queue is not there', () => {
  it('is tried again until the queue is, with those behind it in order', async () => {
    await aRule('slow', [{}]);
    await put('slow', 1);
    await put('slow', 2);
    await cloud.sqs.send(new CreateQueueCommand({ QueueName: 'slow' }));
    const messages = await receiveAll(cloud.sqs, queueUrl(cloud.sqsUrl, 'slow'), { wanted: 2 });
    expect(messages.map(({ Body }) => JSON.parse(Body ?? '').detail.n)).toEqual([1, 2]);
  });

  it('goes to the dead letters after its retries, saying why', async () => {
    await cloud.sqs.send(new CreateQueueCommand({ QueueName: 'lost-letters' }));
    const DeadLetterConfig = { Arn: arnOfQueue('lost-letters') };
    await aRule('lost', [{ DeadLetterConfig, RetryPolicy: { MaximumRetryAttempts: 2 } }]);
    const putAt = Date.now();
    await put('lost', 1);
    const [letter] = await receiveAll(cloud.sqs, queueUrl(cloud.sqsUrl, 'lost-letters'), { wanted: 1 });
    expect(JSON.parse(letter?.Body ?? '')).toMatchObject({ source: 'lost', detail: { n: 1 } });
    // Two back-offs, each at least half of 50 and 100 ms.
    expect(Number(letter?.Attributes?.SentTimestamp) - putAt).toBeGreaterThanOrEqual(75);
    expect(letter?.MessageAttributes).toMatchObject({
      ERROR_CODE: { StringValue: 'QueueDoesNotExist' },
      RETRY_ATTEMPTS: { StringValue: '2' },
      TARGET_ARN: { StringValue: arnOfQueue('lost') },
    });
  });

  it('does not hold up the other targets', async () => {
    await cloud.sqs.send(new CreateQueueCommand({ QueueName: 'there' }));
    await aRule('half', [{}, { Arn: arnOfQueue('there') }]);
    await put('half', 1);
    expect(await receiveAll(cloud.sqs, queueUrl(cloud.sqsUrl, 'there'), { wanted: 1 })).toHaveLength(1);
  });
});
