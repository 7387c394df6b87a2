import { setTimeout as delay } from 'node:timers/promises';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { queueRoutes } from '@cartograph/events';
import { type Intercept, startTap, startTestCloud, type TapRequest } from '@cartograph/testing';
import { type ConsumerOptions, startConsumer } from '../../src/consumer.ts';
import type { AnyReaction } from '../../src/take-in.ts';
import type { UnitOfWork } from '../../src/transaction.ts';
import { reactionsOf } from './delivered-event.ts';
import { watchedLog } from './watched-log.ts';

const clientOn = (endpoint: string) =>
  new SQSClient({
    region: 'eu-central-1',
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  });

/** `ReceiveMessage`, `DeleteMessageBatch` ... */
export const operationOf = (request: TapRequest): string =>
  String(request.headers['x-amz-target']).replace(/^.*\./, '');

/**
 * A tap keeps a long poll open for a client that has gone, and it would swallow the next test's messages: receives
 * through the tap do not wait.
 */
const withoutLongPolls =
  (mood: Intercept): Intercept =>
  async (request, forward) => {
    if (operationOf(request) === 'ReceiveMessage') {
      const body = JSON.parse(request.body.toString()) as object;
      request.body = Buffer.from(JSON.stringify({ ...body, WaitTimeSeconds: 0 }));
      await delay(20);
    }
    return mood(request, forward);
  };

const forwardAll: Intercept = async (_, forward) => forward();

/** The real queues of order, by SDK clients that go to them directly or through a tap. */
export const openWayIn = async () => {
  const cloud = await startTestCloud();
  const tap = await startTap(cloud.sqsUrl);
  const sqs = clientOn(cloud.sqsUrl);
  const tapped = clientOn(tap.url);
  const queue = await queueOf(sqs);
  const setMood = (mood: Intercept) => {
    tap.intercept = withoutLongPolls(mood);
  };
  setMood(forwardAll);
  return {
    tapped,
    requests: tap.requests,
    setMood,
    ...queueTools(sqs, queue),
    start: (unitOfWork: UnitOfWork, reaction: AnyReaction, options: Partial<ConsumerOptions<'order'>> = {}) => {
      const { logger, lines } = watchedLog();
      const reactions = reactionsOf(reaction);
      return { ...startConsumer<'order'>({ sqs, ...queue, reactions, unitOfWork, logger, ...options }), lines };
    },
    forget: async () => {
      setMood(forwardAll);
      tap.requests.length = 0;
      for (const QueueUrl of Object.values(queue)) await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    },
    close: async () => {
      sqs.destroy();
      tapped.destroy();
      await tap.close();
      await cloud.stop();
    },
  };
};

export type OpenWayIn = Awaited<ReturnType<typeof openWayIn>>;

type QueueUrls = { queueUrl: string; deadLetterQueueUrl: string };

const queueOf = async (sqs: SQSClient): Promise<QueueUrls> => {
  const route = queueRoutes().find(({ subgraph }) => subgraph === 'order');
  const urlOf = async (QueueName = '') => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  return { queueUrl: await urlOf(route?.queueName), deadLetterQueueUrl: await urlOf(route?.deadLetterQueueName) };
};

const queueTools = (sqs: SQSClient, { queueUrl: QueueUrl, deadLetterQueueUrl }: QueueUrls) => ({
  send: async (...bodies: string[]) => {
    for (let at = 0; at < bodies.length; at += 10) {
      const Entries = bodies.slice(at, at + 10).map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
  },
  /** How many wait, and how many were received and not deleted. */
  depth: async () => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    const { ApproximateNumberOfMessages = '0', ApproximateNumberOfMessagesNotVisible = '0' } = Attributes;
    return { waiting: Number(ApproximateNumberOfMessages), inFlight: Number(ApproximateNumberOfMessagesNotVisible) };
  },
  /** What somebody else on the queue would get now. */
  steal: async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 0 }))).Messages ?? [],
  deadLetters: async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetterQueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages.map(({ Body, MessageAttributes = {} }) => ({
      body: Body,
      reason: MessageAttributes['reason']?.StringValue,
    }));
  },
});
