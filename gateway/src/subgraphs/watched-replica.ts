import { count } from '@cartograph/telemetry';
import { BrokenCircuitError, CircuitState, CountBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { isOutage, NotSent, OutageStatus, Unwanted } from './outage.ts';
import type { Replica, ReplicaRequest } from './replicas.ts';
import type { Resilience } from './resilience-settings.ts';

/** An answer that was read to its end. */
export type Reply = { readonly status: number; readonly cacheControl: string; readonly body: string };

export type SendRequest = ReplicaRequest & { readonly signal: AbortSignal };

/** An address that is left alone for a while when it fails too often. */
export type WatchedReplica = {
  /** Rejects for an outage; with NotSent while it is left alone. */
  readonly send: (request: SendRequest) => Promise<Reply>;
  readonly isTrusted: () => boolean;
};

/** What is told of an address that was left alone, or is asked again. */
export type Watching = { readonly subgraph: string; readonly tell: (change: 'ejected' | 'restored') => void };

type BreakerSettings = Pick<Resilience, 'breakerCalls' | 'breakerPercent' | 'breakerOpenMs'>;

/** What is told of when to come again while an address is tried out. */
const tryingOutMs = 1_000;

/**
 * The circuit breaker of one address: after too many outages among its last calls (a quarter of them at least were made)
 * it is not asked for a while, then by one request, whose answer decides. A subgraph with several addresses loses that one alone.
 */
export const watchReplica = (replica: Replica, settings: BreakerSettings, watching: Watching): WatchedReplica => {
  const { breakerCalls, breakerPercent, breakerOpenMs } = settings;
  // What nobody waits for any more is no fault of the address.
  const breaker = circuitBreaker(
    handleWhen((error) => !(error instanceof Unwanted)),
    {
      halfOpenAfter: breakerOpenMs,
      breaker: new CountBreaker({
        threshold: breakerPercent / 100,
        size: breakerCalls,
        minimumNumberOfCalls: Math.ceil(breakerCalls / 4),
      }),
    },
  );
  let openedAtMs = 0;
  breaker.onBreak(() => {
    openedAtMs = performance.now();
    count('cartograph.gateway.subgraph.ejections', 1, { 'cartograph.subgraph': watching.subgraph });
    watching.tell('ejected');
  });
  breaker.onReset(() => watching.tell('restored'));
  return {
    isTrusted: () => breaker.state === CircuitState.Closed,
    send: async (request) => {
      // One request tries it out; the library would let the others wait for what becomes of that one.
      if (breaker.state === CircuitState.HalfOpen) throw new NotSent('CIRCUIT_OPEN', tryingOutMs);
      try {
        return await breaker.execute(() => sendOnce(replica, request));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new NotSent('CIRCUIT_OPEN', Math.max(1, openedAtMs + breakerOpenMs - performance.now()));
      }
    },
  };
};

const sendOnce = async (replica: Replica, request: SendRequest): Promise<Reply> => {
  const response = await replica.request(request);
  if (isOutage(response.statusCode)) {
    await response.body.dump();
    throw new OutageStatus(response.statusCode);
  }
  const cacheControl = String(response.headers['cache-control'] ?? '');
  return { status: response.statusCode, cacheControl, body: await response.body.text() };
};
