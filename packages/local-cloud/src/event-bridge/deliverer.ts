import type { Log } from '../log.ts';
import type { Delivery, DeliveryQueue, Outcome } from './delivery-queue.ts';
import { judgeAttempt } from './judge-attempt.ts';
import type { Send, SendResult } from './sqs-sender.ts';

export type Deliverer = {
  /** Says that these queues have something new. */
  wake(queueArns: Iterable<string>): void;
  /** Lets the requests in flight end and sends nothing more; what is left stays in the store. */
  stop(): Promise<void>;
};

type Dependencies = { deliveries: DeliveryQueue; send: Send; log: Log };
type Lane = { draining?: Promise<void>; hasNews: boolean };

const batchSize = 10;
const batchBytes = 256 * 1024;
/** The net under the wake-ups, and the beat of the retries that are due. */
const pollEveryMs = 1_000;

/**
 * Brings deliveries to their queues: one lane per queue, oldest first, one request in flight per lane. A delivery that
 * is refused holds back those behind it, so that each queue gets its events in the order they were accepted.
 */
export function startDeliverer({ deliveries, send, log }: Dependencies): Deliverer {
  const lanes = new Map<string, Lane>();
  let isStopping = false;

  async function drain(queueArn: string, lane: Lane): Promise<void> {
    while (!isStopping) {
      lane.hasNews = false;
      const batch = nextBatch(deliveries.oldest(queueArn, batchSize), Date.now());
      if (batch.length === 0) return;
      const outcome = await attempt(queueArn, batch);
      deliveries.settle(outcome);
      report(log, queueArn, outcome);
      wake(outcome.deadLettered.map(({ deadLetterArn }) => deadLetterArn));
      const retryAt = outcome.retried[0]?.notBefore;
      if (retryAt !== undefined) scheduleRetry(queueArn, retryAt);
    }
  }

  async function attempt(queueArn: string, batch: Delivery[]): Promise<Outcome> {
    let results: SendResult[];
    try {
      results = await send(queueArn, batch);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      log.warn({ queueArn, err: error }, 'a queue could not be reached; trying again');
      results = batch.map(({ seq }) => ({ seq, refusal: { code: name, message, isFinal: false } }));
    }
    return judgeAttempt(batch, results, { now: Date.now(), random: Math.random });
  }

  function scheduleRetry(queueArn: string, at: number): void {
    setTimeout(() => wake([queueArn]), Math.max(0, at - Date.now())).unref();
  }

  function wake(queueArns: Iterable<string>): void {
    if (isStopping) return;
    for (const queueArn of queueArns) {
      const lane = lanes.get(queueArn) ?? { hasNews: false };
      lanes.set(queueArn, lane);
      lane.hasNews = true;
      if (lane.draining === undefined) run(queueArn, lane);
    }
  }

  function run(queueArn: string, lane: Lane): void {
    lane.draining = drain(queueArn, lane)
      .catch((error: unknown) => log.error({ err: error, queueArn }, 'deliveries stand still until the next poll'))
      .finally(() => {
        delete lane.draining;
        // Something may have come between the last look and now.
        if (lane.hasNews) run(queueArn, lane);
      });
  }

  const poll = setInterval(() => wake(deliveries.waitingQueues()), pollEveryMs);
  wake(deliveries.waitingQueues());
  return {
    wake,
    async stop() {
      isStopping = true;
      clearInterval(poll);
      await Promise.all([...lanes.values()].map((lane) => lane.draining));
    },
  };
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
  if (dropped.length > 0)
    log.error({ queueArn, deliveries: dropped }, 'events dropped: refused for good, no dead letters named');
  if (deadLettered.length > 0) log.warn({ queueArn, deliveries: deadLettered }, 'events sent to the dead letters');
}
