import { observe } from '@cartograph/telemetry';
import { ofQueue } from './measures.ts';
import { readQueueDepth } from './queue-depth.ts';
import type { Queue } from './queue-messages.ts';

/** Has the depth of a queue and of its dead letters read whenever metrics are collected. */
export const observeQueue = ({ sqs, queueUrl, deadLetterQueueUrl }: Queue): (() => void) => {
  const stopQueue = observe(
    ['cartograph.queue.visible', 'cartograph.queue.in_flight'],
    async () => {
      const { visible, inFlight } = await readQueueDepth(sqs, queueUrl);
      return { 'cartograph.queue.visible': visible, 'cartograph.queue.in_flight': inFlight };
    },
    ofQueue(queueUrl),
  );
  const stopDeadLetters = observe(
    ['cartograph.queue.dead_letters'],
    async () => {
      // Whoever looks at a dead letter holds it meanwhile; it is still one.
      const { visible, inFlight } = await readQueueDepth(sqs, deadLetterQueueUrl);
      return { 'cartograph.queue.dead_letters': visible + inFlight };
    },
    ofQueue(deadLetterQueueUrl),
  );
  return () => {
    stopQueue();
    stopDeadLetters();
  };
};
