import type { Log } from '../log.ts';
import type { Delivery, DeliveryQueue, Outcome } from './delivery-queue.ts';
import { judgeAttempt } from './judge-attempt.ts';
import type { Send, SendResult } from './sqs-sender.ts';

export type LaneDependencies = {
  deliveries: DeliveryQueue;
  send: Send;
  log: Log;
  /** Called with the dead-letter queues that got something from this lane. */
  wakeOthers: (queueArns: string[]) => void;
};

export type Lane = {
  wake(): void;
  /** Sends nothing more; settles when the request in flight has ended. */
  stop(): Promise<void>;
};

const batchSize = 10;
const batchBytes = 256 * 1024;

/**
 * The way to one queue: oldest first, one request in flight. A delivery that is refused holds back those behind it, so
 * that the queue gets its events in the order they were accepted.
 */
export function openLane(queueArn: string, { deliveries, send, log, wakeOthers }: LaneDependencies): Lane {
  let draining: Promise<void> | undefined;
  let hasNews = false;
  let isStopping = false;

  async function drain(): Promise<void> {
    while (!isStopping) {
      hasNews = false;
      const oldest = deliveries.oldest(queueArn, batchSize);
      const batch = nextBatch(oldest, Date.now());
      if (batch.length === 0) return;
      const results = await attempt(queueArn, batch, { send, log });
      const outcome = judgeAttempt(batch, results, { now: Date.now(), random: Math.random });
      deliveries.settle(outcome);
      report(log, queueArn, outcome);
      wakeOthers(outcome.deadLettered.map(({ deadLetterArn }) => deadLetterArn));
      const retryAt = outcome.retried[0]?.notBefore;
      if (retryAt !== undefined) setTimeout(wake, Math.max(0, retryAt - Date.now())).unref();
      // All there was; what came meanwhile has said so.
      if (batch.length === oldest.length && batch.length < batchSize && !hasNews) return;
    }
  }

  function wake(): void {
    hasNews = true;
    if (isStopping || draining !== undefined) return;
    draining = drain()
      .catch((error: unknown) => log.error({ err: error, queueArn }, 'deliveries stand still until the next poll'))
      .finally(() => {
        draining = undefined;
        // Something may have come between the last look and now.
        if (hasNews) wake();
      });
  }

  return {
    wake,
    async stop() {
      isStopping = true;
      await draining;
    },
  };
}

async function attempt(queueArn: string, batch: Delivery[], { send, log }: Pick<LaneDependencies, 'send' | 'log'>) {
  try {
    return await send(queueArn, batch);
  } catch (error) {
    const { name, message, code = name } = error as Error & { code?: string };
    log.warn({ queueArn, err: error }, 'a queue could not be reached; trying again');
    return batch.map(({ seq }): SendResult => ({ seq, refusal: { code, message, isFinal: false } }));
  }
}

/** The deliveries at the head that are due, as many as one request takes; none when the first still waits. */
function nextBatch(oldest: Delivery[], now: number): Delivery[] {
  const batch: Delivery[] = [];
  let bytes = 0;
  for (const delivery of oldest) {
    bytes += Buffer.byteLength(delivery.body);
    if (delivery.notBefore > now || (batch.length > 0 && bytes > batchBytes)) break;
    batch.push(delivery);
  }
  return batch;
}

function report(log: Log, queueArn: string, { dropped, deadLettered }: Outcome): void {
  if (dropped.length > 0) {
    log.error({ queueArn, deliveries: dropped }, 'events dropped: refused for good, no dead letters named');
  }
  if (deadLettered.length > 0) {
    log.warn({ queueArn, deliveries: deadLettered.map(({ seq }) => seq) }, 'events sent to the dead letters');
  }
}
