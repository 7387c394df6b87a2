import type { Message } from '@aws-sdk/client-sqs';

export type MessagesInHand = {
  /** Begins the work on a message, or queues it until one of the others is done. */
  readonly take: (message: Message) => void;
  /** Resolves when few enough are in hand to receive more. */
  readonly room: () => Promise<void>;
  /** Resolves when none is in hand. */
  readonly empty: () => Promise<void>;
  /** Those received and not yet done with. */
  readonly all: () => Message[];
};

/**
 * Works on up to `concurrency` messages at once, each by itself: a slow one keeps one place busy and nobody else
 * waiting. `settle` must not throw. There is room as long as less than `concurrency` are in hand, so that the next are
 * on their way before the last are done, and no more lie here than another replica could use.
 */
export const createMessagesInHand = (
  concurrency: number,
  settle: (message: Message) => Promise<void>,
): MessagesInHand => {
  const inHand = new Set<Message>();
  const waiting: Message[] = [];
  const watchers = new Set<() => void>();
  let busy = 0;

  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const watch = () => {
        if (!isSo()) return;
        watchers.delete(watch);
        resolve();
      };
      watchers.add(watch);
      watch();
    });

  const begin = async (message: Message): Promise<void> => {
    busy += 1;
    await settle(message).finally(() => {
      busy -= 1;
      inHand.delete(message);
      const next = waiting.shift();
      if (next) void begin(next);
      // A set may lose members while it is walked.
      for (const watch of watchers) watch();
    });
  };

  return {
    take: (message) => {
      inHand.add(message);
      if (busy < concurrency) void begin(message);
      else waiting.push(message);
    },
    room: () => until(() => inHand.size < concurrency),
    empty: () => until(() => inHand.size === 0),
    all: () => [...inHand],
  };
};
