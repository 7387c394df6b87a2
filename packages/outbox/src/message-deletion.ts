import type { Message } from '@aws-sdk/client-sqs';
import type { Logger } from '@cartograph/telemetry';
import { deleteAll, maxBatch, type Queue } from './queue-messages.ts';

export type MessageDeletion = { readonly add: (message: Message) => void; readonly finish: () => Promise<void> };

/** How long a deletion waits for others to go with it: nobody waits for it, and under load it is full before. */
const gatherMs = 100;

/**
 * Deletes messages that are done with, up to 10 a request, beside the work: neither the next reaction nor the next
 * receive waits for it. A deletion that fails only means a duplicate later. `finish` waits for those under way.
 */
export const createMessageDeletion = (queue: Queue, logger: Logger): MessageDeletion => {
  const underWay = new Set<Promise<void>>();
  let gathered: Message[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const messages = gathered;
    gathered = [];
    if (messages.length === 0) return;
    const deletion = deleteAll(queue, messages)
      .catch((error: unknown) => logger.warn({ err: error }, 'events were not deleted from the queue, they come again'))
      .finally(() => underWay.delete(deletion));
    underWay.add(deletion);
  };

  return {
    add: (message) => {
      gathered.push(message);
      if (gathered.length === maxBatch) flush();
      else timer ??= setTimeout(flush, gatherMs);
    },
    finish: async () => {
      flush();
      await Promise.all(underWay);
    },
  };
};
