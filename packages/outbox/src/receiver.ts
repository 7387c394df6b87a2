import { setTimeout as delay } from 'node:timers/promises';
import { type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { count, type Logger } from '@cartograph/telemetry';
import { backOffMs } from './back-off.ts';
import { onQueue } from './measures.ts';
import { createPace } from './pace.ts';
import { createPause } from './pause.ts';
import { maxBatch, type Queue } from './queue-messages.ts';

export type ReceiverOptions = {
  readonly queue: Queue;
  readonly visibilityTimeoutSeconds: number;
  /** Resolves when more may be received. */
  readonly room: () => Promise<void>;
  /** Resolves when all that was received is done with. */
  readonly empty: () => Promise<void>;
  readonly take: (message: Message) => void;
  readonly logger: Logger;
};

/** Under load a receive brings several messages: each costs as much as it does for one. */
const apartMs = 10;
/** So long a receive waits for the work on those before it: what comes meanwhile comes with it, and no slow one holds it up. */
const gatherMs = 40;
/** AWS: a receive waits up to 20 s for a message. */
const longPollSeconds = 20;
/**
 * How long a receive may still bring something after `stop`. One that is cut short while its answer is on the way takes
 * its messages along, and they are seen again only after their visibility time-out: under load that would be at every stop.
 */
const graceMs = 300;

/** Receives messages as long as there is room for them. `stop` resolves when no more can come. */
export const startReceiver = ({ queue, visibilityTimeoutSeconds, room, empty, take, logger }: ReceiverOptions) => {
  const cut = new AbortController();
  const pause = createPause();
  const pace = createPace(apartMs);
  let isStopping = false;

  /** Whether there may be more behind what was received. */
  const receive = async (): Promise<boolean> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queue.queueUrl,
      MaxNumberOfMessages: maxBatch,
      WaitTimeSeconds: longPollSeconds,
      VisibilityTimeout: visibilityTimeoutSeconds,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    });
    const { Messages = [] } = await queue.sqs.send(command, { abortSignal: cut.signal });
    const attributes = onQueue(queue.queueUrl, { name: 'ReceiveMessage', type: 'receive' });
    count('messaging.client.consumed.messages', Messages.length, attributes);
    for (const message of Messages) take(message);
    return Messages.length === maxBatch;
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !isStopping; ) {
      await room();
      await pace();
      if (isStopping) return;
      try {
        const isFull = await receive();
        failures = 0;
        if (!isFull) await Promise.race([empty(), pause.for(gatherMs)]);
      } catch (error) {
        if (isStopping) return;
        failures += 1;
        logger.warn({ err: error, failures }, 'the queue could not be read, it is tried again');
        await pause.for(backOffMs(failures));
      }
    }
  };
  const running = run();

  return {
    stop: async (): Promise<void> => {
      isStopping = true;
      pause.end();
      await Promise.race([running, delay(graceMs, undefined, { signal: cut.signal }).catch(() => undefined)]);
      cut.abort();
      await running;
    },
  };
};
