import type { Transaction, UnitOfWork } from '@cartograph/outbox';
import { activeSpan, inSpan, type Logger } from '@cartograph/telemetry';
import { type AttemptResult, retryDelayMs } from '../domain/attempt.ts';
import type { Attempts, ClaimedAttempt, ProviderOutcome } from '../use-cases/ports.ts';

export type SettleDependencies = {
  makeAttempt: (attempt: ClaimedAttempt) => Promise<ProviderOutcome>;
  recordResult: (tx: Transaction, attempt: ClaimedAttempt, result: AttemptResult) => Promise<boolean>;
  attempts: Pick<Attempts, 'postpone'>;
  unitOfWork: UnitOfWork;
  logger: Logger;
};

/**
 * Settles one claimed attempt, as part of the trace of what asked for it.
 */
export const settleAttempt =
  (dependencies: SettleDependencies) =>
  (attempt: ClaimedAttempt): Promise<number | null> => {
    const { kind, cause, id, tries } = attempt;
    const attributes = {
      'cartograph.aggregate.id': attempt.orderId,
      'cartograph.attempt.id': id,
      'cartograph.tries': tries,
    };
    const name = `payment ${kind.toLowerCase()}`;
    return inSpan(name, { parent: cause.traceparent, attributes }, () => settle(dependencies, attempt));
  };

/**
 * Makes one claimed attempt and records its outcome; one whose outcome is unknown is given back. Returns in how many
 * milliseconds it is due again, or null when it is settled. There is no giving up: money that may be held is never
 * forgotten, and an order that has waited too long ends by itself, which undoes what comes after.
 */
const settle = async (
  { makeAttempt, recordResult, attempts, unitOfWork, logger }: SettleDependencies,
  attempt: ClaimedAttempt,
): Promise<number | null> => {
  const about = { attemptId: attempt.id, paymentId: attempt.paymentId, kind: attempt.kind, tries: attempt.tries };
  const outcome = await makeAttempt(attempt);
  activeSpan()?.setAttribute('cartograph.outcome', outcome.kind);
  if (outcome.kind === 'unknown') {
    const delayMs = retryDelayMs(attempt.tries, Math.random());
    logger.warn({ ...about, reason: outcome.cause, delayMs }, 'the outcome is unknown, the provider is asked again');
    await attempts.postpone(attempt.id, { delayMs, reason: outcome.cause });
    return delayMs;
  }
  if (outcome.kind === 'declined' && (attempt.kind === 'VOID' || attempt.kind === 'REFUND')) {
    logger.error({ ...about, reason: outcome.reason }, 'the provider refuses to let money go, it is asked again');
  }
  const isRecorded = await unitOfWork(attempt.cause, (tx) => recordResult(tx, attempt, resultOf(outcome)));
  logger.info({ ...about, outcome: outcome.kind, isRecorded }, 'an attempt was settled');
  return null;
};

const resultOf = (outcome: Exclude<ProviderOutcome, { kind: 'unknown' }>): AttemptResult => {
  switch (outcome.kind) {
    case 'succeeded':
      return { status: 'SUCCEEDED', providerPaymentId: outcome.providerPaymentId };
    case 'requiresAction':
      return { status: 'REQUIRES_ACTION', providerPaymentId: outcome.providerPaymentId };
    case 'declined':
      return { status: 'DECLINED', reason: outcome.reason, providerPaymentId: outcome.providerPaymentId };
  }
};
