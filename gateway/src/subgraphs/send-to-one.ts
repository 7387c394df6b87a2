import { setTimeout as sleep } from 'node:timers/promises';
import { count } from '@cartograph/telemetry';
import { type AskedTogether, askTogether } from './ask-together.ts';
import { isGone, mayHaveArrived, NotSent } from './outage.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { Reply, SendRequest } from './send-once.ts';
import type { Standing, WatchedReplica } from './watched-replica.ts';

export type Sending = {
  /** In the order in which they are to be tried. */
  readonly replicas: readonly WatchedReplica[];
  readonly request: SendRequest;
  readonly isMutation: boolean;
  readonly budget: RetryBudget;
  /** How long a query waits for one address before it is sent to the next as well. */
  readonly patienceMs: number;
  /** For metrics. */
  readonly subgraph: string;
};

/** A subgraph that restarts closes connections and takes new ones a moment later. */
const pauseMs = 25;

/**
 * Sends the request to the first of the addresses that takes it. Another attempt is only made where the one before
 * certainly did nothing (nobody there, or draining), or where doing it twice does no harm (a query), and as long as the
 * budget lasts: a subgraph in trouble is not helped by twice the requests. A single address gets a query twice. A query that
 * waits too long for one address is sent to the next as well, and whichever answers first is heard. Throws the last error.
 */
export const sendToOne = async (sending: Sending): Promise<Reply> => {
  const { replicas, request, isMutation, budget, patienceMs } = sending;
  budget.earn();
  const attempts = attemptsOf(replicas, isMutation);
  const asked = askTogether(request, isMutation || replicas.length === 1 ? null : patienceMs);
  const ends: Ends = { last: undefined, sent: 0 };
  for (const [index, replica] of attempts.entries()) {
    const isAgain = replica === attempts[index - 1];
    if (!mayAttempt(sending, { ...ends, isAgain })) break;
    if (isAgain) await pause(request.signal);
    asked.begin(replica);
    const end = await asked.next({ isLast: index === attempts.length - 1 });
    if ('reply' in end) return end.reply;
    noteEnd(ends, end.error);
    if (request.signal.aborted || (isMutation && mayHaveArrived(end.error))) break;
  }
  return hearTheRest(asked, ends);
};

type Ends = { last: unknown; sent: number };

/** That another one is left alone is told only when none was asked. */
const noteEnd = (ends: Ends, error: unknown): void => {
  const wasSent = !(error instanceof NotSent);
  if (wasSent || ends.sent === 0) ends.last = error;
  ends.sent += Number(wasSent);
};

/** Whoever is still asked may answer yet: no more are asked, and nobody is given up. */
const hearTheRest = async (asked: AskedTogether, ends: Ends): Promise<Reply> => {
  while (asked.isUnderWay()) {
    const end = await asked.next({ isLast: true });
    if ('reply' in end) return end.reply;
    noteEnd(ends, end.error);
  }
  throw ends.last;
};

/** To go on to another address because nobody was at the one before is no further load, and costs nothing. */
const mayAttempt = ({ budget, subgraph }: Sending, before: Ends & { isAgain: boolean }): boolean => {
  if (before.sent === 0 || (isGone(before.last) && !before.isAgain)) return true;
  const isAllowed = budget.spend();
  count('cartograph.gateway.subgraph.retries', 1, {
    'cartograph.subgraph': subgraph,
    'cartograph.retry': isAllowed ? 'sent' : 'over_budget',
  });
  return isAllowed;
};

/** Nobody's order is the one by which an address is tried out that failed lately; a query in turn is. */
const ranks: Readonly<Record<'query' | 'mutation', Readonly<Record<Standing, number>>>> = {
  query: { trusted: 0, doubted: 0, gone: 1 },
  mutation: { trusted: 0, gone: 1, doubted: 2 },
};

const attemptsOf = (replicas: readonly WatchedReplica[], isMutation: boolean): readonly WatchedReplica[] => {
  const [only] = replicas;
  if (replicas.length === 1 && only) return isMutation ? replicas : [only, only];
  const rank = ranks[isMutation ? 'mutation' : 'query'];
  return replicas.toSorted((a, b) => rank[a.standing()] - rank[b.standing()]);
};

const pause = async (signal: AbortSignal): Promise<void> => {
  await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
};
