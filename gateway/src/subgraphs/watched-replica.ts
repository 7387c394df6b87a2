import { count } from '@cartograph/telemetry';
import { BrokenCircuitError, CircuitState } from 'cockatiel';
import { type AddressBreaker, type BreakerSettings, createAddressBreaker } from './address-breaker.ts';
import { isGone, NoAnswerInTime, NotSent, Unwanted } from './outage.ts';
import type { Replica } from './replicas.ts';
import type { Resilience } from './resilience-settings.ts';
import { type Reply, type SendRequest, sendOnce } from './send-once.ts';

/**
 * What is thought of an address. `gone`: it was not there a moment ago, or is being stopped. `doubted`: it failed too
 * often, and is left alone or tried out.
 */
export type Standing = 'trusted' | 'gone' | 'doubted';

/** An address that is left alone for a while when it fails too often. */
export type WatchedReplica = {
  /** Rejects for a failure of the address; with NotSent while it is left alone. */
  readonly send: (request: SendRequest) => Promise<Reply>;
  readonly standing: () => Standing;
};

/** What is told of an address. */
export type Change = 'ejected' | 'restored' | 'gone' | 'back';

/** Who is told. */
export type Watching = { readonly subgraph: string; readonly tell: (change: Change) => void };

type Settings = BreakerSettings & Pick<Resilience, 'timeoutMs'>;

/** What is told of when to come again while an address is tried out. */
const tryingOutMs = 1_000;

/** How long others are asked before one that was not there. */
const goneMs = 500;

/** Watches one address. A subgraph with several loses the one that fails alone. */
export const watchReplica = (replica: Replica, settings: Settings, watching: Watching): WatchedReplica => {
  const breaker = createAddressBreaker(settings);
  const { circuit } = breaker;
  const absence = watchAbsence(watching);
  circuit.onBreak(() => {
    count('cartograph.gateway.subgraph.ejections', 1, { 'cartograph.subgraph': watching.subgraph });
    watching.tell('ejected');
  });
  circuit.onReset(() => watching.tell('restored'));
  const ask = (request: SendRequest) => absence.noted(circuit.execute(() => sendOnce(replica, request)));
  const standing = () => {
    if (circuit.state !== CircuitState.Closed) return 'doubted';
    return absence.isNow() ? 'gone' : 'trusted';
  };
  return {
    standing,
    send: async (request) => {
      if (circuit.state === CircuitState.Closed) return ask(request);
      // One request tries it out; the library would let the others wait for what becomes of that one.
      if (circuit.state === CircuitState.HalfOpen) throw new NotSent('CIRCUIT_OPEN', tryingOutMs);
      return whileOpen(breaker, () => tryOut(ask, { request, timeoutMs: settings.timeoutMs }));
    },
  };
};

const whileOpen = async ({ leftMs }: AddressBreaker, send: () => Promise<Reply>): Promise<Reply> => {
  try {
    return await send();
  } catch (error) {
    throw error instanceof BrokenCircuitError ? new NotSent('CIRCUIT_OPEN', leftMs()) : error;
  }
};

type Trial = { readonly request: SendRequest; readonly timeoutMs: number };

/**
 * A trial is carried to its end, also when who asked goes away: else whoever hangs up would decide that a broken address
 * is well again.
 */
const tryOut = async (ask: (request: SendRequest) => Promise<Reply>, { request, timeoutMs }: Trial): Promise<Reply> => {
  const { signal } = request;
  const trial = new AbortController();
  const timer = setTimeout(() => trial.abort(new NoAnswerInTime(timeoutMs)), timeoutMs);
  const answered = ask({ ...request, signal: trial.signal }).finally(() => clearTimeout(timer));
  let onAbort = (): void => undefined;
  const calledOff = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      if (!(signal.reason instanceof Unwanted)) trial.abort(signal.reason);
      reject(signal.reason instanceof Error ? signal.reason : new Unwanted());
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([answered, calledOff]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
};

/** Remembers for a moment that nobody was there. */
const watchAbsence = ({ tell }: Watching) => {
  let untilMs = 0;
  let isAbsent = false;
  const note = (isNowAbsent: boolean): void => {
    if (isNowAbsent) untilMs = performance.now() + goneMs;
    if (isAbsent === isNowAbsent) return;
    isAbsent = isNowAbsent;
    tell(isAbsent ? 'gone' : 'back');
  };
  return {
    isNow: () => isAbsent && performance.now() < untilMs,
    noted: async (asked: Promise<Reply>): Promise<Reply> => {
      try {
        const reply = await asked;
        note(false);
        return reply;
      } catch (error) {
        if (isGone(error)) note(true);
        throw error;
      }
    },
  };
};
