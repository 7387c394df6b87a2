import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import { createLogger } from '@cartograph/telemetry';
import { expect, it } from 'vitest';
import { startReceiver } from './receiver.ts';

const never = () => new Promise<void>(() => undefined);
const atOnce = async () => undefined;

/** How long after a receive of so many messages the next one begins. */
const pauseAfter = async (received: number, empty: () => Promise<void>): Promise<number> => {
  const begun: number[] = [];
  const second = Promise.withResolvers<void>();
  const send = async (_command: unknown, { abortSignal }: { abortSignal: AbortSignal }) => {
    begun.push(performance.now());
    if (begun.length === 1) return { Messages: Array.from<Message>({ length: received }).fill({}) };
    second.resolve();
    return new Promise((_, reject) => abortSignal.addEventListener('abort', () => reject(new Error('cut off'))));
  };
  const queue = { sqs: { send } as unknown as SQSClient, queueUrl: 'http://127.0.0.1/a-queue', deadLetterQueueUrl: '' };
  const options = { queue, visibilityTimeoutSeconds: 30, room: atOnce, empty, take: () => undefined };
  const receiver = startReceiver({ ...options, logger: createLogger({ service: 'test', level: 'silent' }) });
  await second.promise;
  await receiver.stop();
  return (begun[1] ?? 0) - (begun[0] ?? 0);
};

it('waits for the work on what it received, but not for long, and not when there may be more', async () => {
  const [done, atWork, full] = await Promise.all([pauseAfter(3, atOnce), pauseAfter(3, never), pauseAfter(10, never)]);
  expect(atWork).toBeGreaterThan(38);
  expect(atWork - done).toBeGreaterThan(15);
  expect(atWork - full).toBeGreaterThan(15);
});
