import { count, type Logger } from '@cartograph/telemetry';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { NotSent } from './outage.ts';
import { connectReplica, type Replica } from './replicas.ts';
import type { Resilience } from './resilience-settings.ts';
import { createRetryBudget } from './retry-budget.ts';
import type { Reply, SendRequest } from './send-once.ts';
import { sendToOne } from './send-to-one.ts';
import { type WatchedReplica, watchReplica } from './watched-replica.ts';

/** The addresses of one subgraph, asked in turn. */
export type Addresses = {
  readonly all: readonly Replica[];
  /** Rejects for an outage, and with NotSent where it was not even tried. */
  readonly send: (request: SendRequest, kind: { readonly isMutation: boolean }) => Promise<Reply>;
  readonly close: () => Promise<void>;
};

type Subgraph = { name: string; urls: readonly string[]; resilience: Resilience; logger: Logger };

export const openAddresses = ({ name, urls, resilience, logger }: Subgraph): Addresses => {
  const all = urls.map((url) => connectReplica(url, resilience));
  const watched = all.map((replica, index) =>
    watchReplica(replica, resilience, {
      subgraph: name,
      tell: (change) => logger.warn({ subgraph: name, address: urls[index], change }, 'an address of a subgraph'),
    }),
  );
  const inTurn = takeTurns(watched);
  const budget = createRetryBudget(resilience.retryPercent);
  const patienceMs = Math.max(1, Math.round((resilience.timeoutMs * resilience.patiencePercent) / 100));
  // A slow subgraph has its own share of what this process answers at once, and cannot take that of the others.
  const room = bulkhead(resilience.concurrency, 0);
  return {
    all,
    send: (request, { isMutation }) =>
      counted(name, async () => {
        try {
          return await room.execute(() =>
            sendToOne({ replicas: inTurn(), request, isMutation, budget, patienceMs, subgraph: name }),
          );
        } catch (error) {
          throw error instanceof BulkheadRejectedError ? new NotSent('BULKHEAD_FULL', 1_000) : error;
        }
      }),
    close: async () => {
      await Promise.all(all.map((replica) => replica.close()));
    },
  };
};

/** All of them, beginning with the next one. */
const takeTurns = (replicas: readonly WatchedReplica[]): (() => readonly WatchedReplica[]) => {
  let turn = 0;
  return () => {
    turn = (turn + 1) % replicas.length;
    return [...replicas.slice(turn), ...replicas.slice(0, turn)];
  };
};

const counted = async (subgraph: string, send: () => Promise<Reply>): Promise<Reply> => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof NotSent) {
      count('cartograph.gateway.subgraph.not_sent', 1, { 'cartograph.subgraph': subgraph, 'error.type': error.reason });
    }
    throw error;
  }
};
