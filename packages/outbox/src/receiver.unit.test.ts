import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import { createLogger } from '@cartograph/telemetry';
import { expect, it } from 'vitest';
import { startReceiver } from './receiver.ts';

const never = () => new Promise<void>(() => undefined);
const atOnce = async () => undefined;

/** Resolves when a receiver that was given so many messages receives again. */
const receivesAgain = async (received: number, empty: () => Promise<void>): Promise<void> => {
  let begun = 0;
  const second = Promise.withResolvers<void>();
  const send = async (_command: unknown, { abortSignal }: { abortSignal: AbortSignal }) => {
    begun += 1;
    if (begun === 1) return { Messages: Array.from<Message>({ length: received }).fill({}) };
    second.resolve();
    return new Promise((_, reject) => abortSignal.addEventListener('abort', () => reject(new Error('cut off'))));
  };
  const queue = { sqs: { send } as unknown as SQSClient, queueUrl: 'http://127.0.0.1/a-queue', deadLetterQueueUrl: '' };
  const options = { queue, visibilityTimeoutSeconds: 30, room: atOnce, empty, take: () => undefined };
  const receiver = startReceiver({ ...options, logger: createLogger({ service: 'test', level: 'silent' }) });
  await second.promise;
  await receiver.stop();
};

it('waits for the work on what it received, but not for long, and not when there may be more', async () => {
  const order: string[] = [];
  const note = (name: string) => () => order.push(name);
  await Promise.all([
    receivesAgain(3, never).then(note('at work')),
    receivesAgain(3, atOnce).then(note('done')),
    receivesAgain(10, never).then(note('full')),
  ]);
  expect(order.at(-1)).toBe('at work');
});
