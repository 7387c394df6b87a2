import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DeleteMessageCommand, type Message, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { Intercept, Supergraph, TapAnswer, TapRequest } from '@cartograph/testing';
import { openQueues, type Queues } from '../../support/queues.ts';
import type { Random } from '../../support/random.ts';

/** The edges on which messages are doubled and shuffled. */
export const queueEdges: readonly string[] = ['order', 'product', 'payment'].map((name) => `${name}>sqs`);

export type Disorder = {
  /** How many messages were doubled so far. */
  doubled: () => number;
  close: () => void;
};

/** Between two looks into an empty queue: the tap does not let anybody wait inside SQS, see `withoutWaiting`. */
const lookEveryMs = 60;

/**
 * Delivers every message twice and in random order: one that is received for the first time goes back into its queue as
 * two copies, each with a delay of its own, before its consumer has seen it.
 */
export const startDisorder = (supergraph: Supergraph, random: Random): Disorder => {
  const queues = openQueues(supergraph);
  const seen = new Set<string>();
  for (const edge of queueEdges) {
    supergraph.tap(edge).intercept = async (request, forward) => {
      if (!request.headers['x-amz-target']?.endsWith('.ReceiveMessage')) return forward();
      const queueUrl = withoutWaiting(request);
      const answer = await afterALook(forward);
      return answer.status === 200 ? withoutNew({ queues, seen, random, queueUrl }, answer) : answer;
    };
  }
  return { doubled: () => seen.size, close: queues.close };
};

/** A long poll would outlive a killed client and swallow what comes in meanwhile, until its visibility time-out. */
const withoutWaiting = (request: TapRequest): string => {
  const body = JSON.parse(request.body.toString()) as { QueueUrl: string };
  request.body = Buffer.from(JSON.stringify({ ...body, WaitTimeSeconds: 0 }));
  return body.QueueUrl;
};

const afterALook = async (forward: Parameters<Intercept>[1]): Promise<TapAnswer> => {
  await delay(lookEveryMs);
  return forward();
};

type Shuffling = { queues: Queues; seen: Set<string>; random: Random; queueUrl: string };

const withoutNew = async (shuffling: Shuffling, answer: TapAnswer): Promise<TapAnswer> => {
  const { Messages = [], ...rest } = JSON.parse(answer.body.toString()) as { Messages?: Message[] };
  const left: Message[] = [];
  for (const message of Messages) if (!(await isSentBackTwice(shuffling, message))) left.push(message);
  const body = left.length > 0 ? { ...rest, Messages: left } : rest;
  return { ...answer, body: Buffer.from(JSON.stringify(body)) };
};

const isSentBackTwice = async ({ queues, seen, random, queueUrl }: Shuffling, message: Message): Promise<boolean> => {
  const { Body: MessageBody = '', ReceiptHandle } = message;
  const key = createHash('sha256').update(queueUrl).update(MessageBody).digest('hex');
  if (seen.has(key)) return false;
  const Entries = ['first', 'second'].map((Id) => ({ Id, MessageBody, DelaySeconds: random.below(3) }));
  try {
    await queues.sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    seen.add(key);
    // Should the original stay behind because SQS dies just now, it is a third delivery.
    await queues.sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle })).catch(() => undefined);
    return true;
  } catch {
    return false;
  }
};
