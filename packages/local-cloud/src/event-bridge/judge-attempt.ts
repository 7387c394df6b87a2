import type { Delivery, Failure, Outcome } from './delivery-queue.ts';
import type { SendResult } from './sqs-sender.ts';

export type Judgement = { now: number; random: () => number };

/**
 * Decides from one attempt's results what becomes of each delivery: done, tried again later, sent to the dead letters,
 * or dropped when its target names none.
 */
export function judgeAttempt(deliveries: Delivery[], results: SendResult[], { now, random }: Judgement): Outcome {
  const outcome: Outcome = { delivered: [], retried: [], deadLettered: [], dropped: [] };
  const refusals = new Map(results.map(({ seq, refusal }) => [seq, refusal]));
  for (const delivery of deliveries) {
    const { seq, queueArn, attempts, route } = delivery;
    const refusal = refusals.get(seq);
    if (refusal === undefined) {
      outcome.delivered.push(seq);
    } else if (!refusal.isFinal && attempts < route.maxRetries && now < route.expiresAt) {
      outcome.retried.push({ seq, notBefore: now + backOffMs(attempts, random) });
    } else if (route.deadLetterArn === undefined) {
      outcome.dropped.push(seq);
    } else {
      const failure = {
        code: refusal.code,
        message: refusal.message,
        attempts,
        targetArn: queueArn,
        ...reasonOf(delivery, refusal.isFinal),
      };
      outcome.deadLettered.push({ seq, deadLetterArn: route.deadLetterArn, failure });
    }
  }
  return outcome;
}

function reasonOf({ attempts, route }: Delivery, isFinal: boolean): Partial<Failure> {
  const limit = attempts >= route.maxRetries ? 'MaximumRetryAttempts' : 'MaximumEventAgeInSeconds';
  return { ...(route.ruleArn && { ruleArn: route.ruleArn }), ...(!isFinal && { exhausted: limit }) };
}

const firstBackOffMs = 50;
const longestBackOffMs = 30_000;

/** Doubles from 50 ms to 30 s; the lower half is kept and the rest is random, so that lanes do not retry in step. */
function backOffMs(attempts: number, random: () => number): number {
  const ceiling = Math.min(longestBackOffMs, firstBackOffMs * 2 ** Math.min(attempts, 20));
  return Math.round(ceiling * (0.5 + random() / 2));
}
