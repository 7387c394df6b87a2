import type { Logger } from '@cartograph/telemetry';
import type { Attempts, ClaimedAttempt } from '../use-cases/ports.ts';
import { createAlarm } from './alarm.ts';

export type AttemptWorkerOptions = {
  attempts: Pick<Attempts, 'claim'>;
  /** Settles one; returns in how many milliseconds it is due again, or null. */
  settle: (attempt: ClaimedAttempt) => Promise<number | null>;
  leaseSeconds: number;
  logger: Logger;
  /** Calls to the provider at once. */
  concurrency?: number;
  /** How often to look without being woken: the net for what a crash left behind. */
  pollIntervalMs?: number;
};

/** Calls the provider for the attempts that are due. `wake` after a commit; `stop` finishes what is in hand. */
export type AttemptWorker = { wake: () => void; stop: () => Promise<void> };

/** Starts a worker. Several may run at once, in one process or many: a lease gives each attempt to one of them. */
export const startAttemptWorker = (options: AttemptWorkerOptions): AttemptWorker => {
  const { attempts, settle, leaseSeconds, logger, concurrency = 8, pollIntervalMs = 1_000 } = options;
  const alarm = createAlarm();
  const inHand = new Set<Promise<void>>();
  let isStopping = false;

  const work = async (attempt: ClaimedAttempt) => {
    const dueInMs = await settle(attempt).catch((error: unknown) => {
      // Its lease runs out, then it is made again: what the provider did meanwhile is found by its key.
      logger.error({ err: error, attemptId: attempt.id }, 'an attempt could not be settled');
      return null;
    });
    if (dueInMs !== null) alarm.ringIn(dueInMs);
  };

  const take = async (): Promise<void> => {
    const free = concurrency - inHand.size;
    if (free === 0) return;
    for (const attempt of await attempts.claim(free, leaseSeconds)) {
      const running = work(attempt).finally(() => {
        inHand.delete(running);
        if (inHand.size === concurrency - 1) alarm.ring();
      });
      inHand.add(running);
    }
  };

  const run = async () => {
    while (!isStopping) {
      await take().catch((error: unknown) => logger.warn({ err: error }, 'no attempts could be claimed, tried again'));
      await alarm.sleep(pollIntervalMs);
    }
    await Promise.all(inHand);
  };
  const running = run();

  return {
    wake: alarm.ring,
    stop: async () => {
      isStopping = true;
      alarm.ring();
      await running;
      alarm.clear();
    },
  };
};
