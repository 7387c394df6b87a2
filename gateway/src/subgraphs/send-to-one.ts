import { setTimeout as sleep } from 'node:timers/promises';
import { count } from '@cartograph/telemetry';
import { mayHaveArrived, NotSent } from './outage.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { Reply, SendRequest, WatchedReplica } from './watched-replica.ts';

export type Sending = {
  /** In the order in which they are to be tried. */
  readonly replicas: readonly WatchedReplica[];
  readonly request: SendRequest;
  readonly isMutation: boolean;
  readonly budget: RetryBudget;
  /** For metrics. */
  readonly subgraph: string;
};

/** A subgraph that restarts closes connections and takes new ones a moment later. */
const pauseMs = 25;

/**
 * Sends the request to the first of the addresses that takes it. Another attempt is only made where the one before
 * certainly did nothing (nobody there, or draining), or where doing it twice does no harm (a query), and as long as the
 * budget lasts: a subgraph in trouble is not helped by twice the requests. A single address gets a query twice. Throws the
 * last error.
 */
export const sendToOne = async ({ replicas, request, isMutation, budget, subgraph }: Sending): Promise<Reply> => {
  budget.earn();
  const attempts = attemptsOf(replicas, isMutation);
  let last: unknown;
  let sent = 0;
  for (const [index, replica] of attempts.entries()) {
    if (sent > 0 && !mayRetry(budget, subgraph)) break;
    if (replica === attempts[index - 1]) await pause(request.signal);
    const end = await attempt(replica, request);
    if ('reply' in end) return end.reply;
    const wasSent = !(end.error instanceof NotSent);
    // That another one is left alone is told only when none was asked.
    if (wasSent || sent === 0) last = end.error;
    sent += Number(wasSent);
    if (request.signal.aborted || (isMutation && mayHaveArrived(end.error))) break;
  }
  throw last;
};

const attempt = (replica: WatchedReplica, request: SendRequest): Promise<{ reply: Reply } | { error: unknown }> =>
  replica.send(request).then(
    (reply) => ({ reply }),
    (error: unknown) => ({ error }),
  );

/** Nobody's order is the one by which an address is tried out that failed lately. */
const attemptsOf = (replicas: readonly WatchedReplica[], isMutation: boolean): readonly WatchedReplica[] => {
  if (isMutation) return replicas.toSorted((a, b) => Number(b.isTrusted()) - Number(a.isTrusted()));
  const [only] = replicas;
  return replicas.length === 1 && only ? [only, only] : replicas;
};

const mayRetry = (budget: RetryBudget, subgraph: string): boolean => {
  const isAllowed = budget.spend();
  count('cartograph.gateway.subgraph.retries', 1, {
    'cartograph.subgraph': subgraph,
    'cartograph.retry': isAllowed ? 'sent' : 'over_budget',
  });
  return isAllowed;
};

const pause = async (signal: AbortSignal): Promise<void> => {
  await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
};
