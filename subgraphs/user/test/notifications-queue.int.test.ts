import { CreateQueueCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customersOf } from './support/customers.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

let sqs: SQSClient;
let user: Awaited<ReturnType<typeof startUserForTests>>;

// Made only later: until then the queue is away.
const queueUrl = 'http://127.0.0.1:9/000000000000/cartograph-notifications';

beforeAll(async () => {
  user = await startUserForTests({ NOTIFICATIONS_QUEUE_URL: queueUrl, MAIL_SMTP_URL: undefined });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sqs = new SQSClient({ region: 'eu-central-1', endpoint: user.sqsUrl, credentials });
});

afterAll(async () => {
  await user?.stop();
  sqs?.destroy();
});

const receive = async (): Promise<Message[]> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 5, MaxNumberOfMessages: 10 }),
  );
  return Messages;
};

const jobs = async (): Promise<number> =>
  Number((await user.pool.query('SELECT count(*) FROM mail_job')).rows[0].count);

describe('what the user subgraph decided to tell, on AWS', () => {
  it('is kept while the queue is away, and then handed to the Lambda as the message it reads, once', async () => {
    const ada = await customersOf(user).register();
    await expect
      .poll(() => user.logged.some((line) => line.includes('a mail could not be sent')), { timeout: 10_000 })
      .toBe(true);
    expect(await jobs()).toBe(1);
    await sqs.send(new CreateQueueCommand({ QueueName: 'cartograph-notifications' }));
    await user.pool.query('UPDATE mail_job SET next_attempt_at = now()');
    const [message, ...more] = await receive();
    expect(more).toEqual([]);
    expect(JSON.parse(message?.Body ?? '')).toEqual({
      notificationId: expect.stringMatching(/^[\w-]{1,64}$/),
      channel: {
        kind: 'MAIL',
        to: ada.email,
        subject: 'Your code for Cartograph',
        text: expect.stringMatching(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/),
      },
    });
    await expect.poll(jobs).toBe(0);
  });
});
