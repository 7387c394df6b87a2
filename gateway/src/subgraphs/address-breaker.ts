import {
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
} from 'cockatiel';
import { isGone, Unwanted } from './outage.ts';
import type { Resilience } from './resilience-settings.ts';

export type BreakerSettings = Pick<
  Resilience,
  'breakerCalls' | 'breakerPercent' | 'breakerOpenMs' | 'breakerOpenMostMs'
>;

export type AddressBreaker = {
  readonly circuit: CircuitBreakerPolicy;
  /** How long it is still left alone. */
  readonly leftMs: () => number;
};

/**
 * The circuit breaker of one address: after too many failures among its last calls (a quarter of them at least were made)
 * it is not asked for a while, twice as long after each trial that failed, up to a bound.
 */
export const createAddressBreaker = (settings: BreakerSettings): AddressBreaker => {
  const { breakerCalls, breakerPercent, breakerOpenMs, breakerOpenMostMs } = settings;
  const most = Math.max(breakerOpenMs, breakerOpenMostMs);
  let untilMs = 0;
  const circuit: CircuitBreakerPolicy = circuitBreaker(
    handleWhen((error) => {
      // What nobody waits for any more is no fault of the address.
      if (error instanceof Unwanted) return false;
      // Who is gone is asked last and costs nothing to ask; a trial that finds nobody has failed all the same.
      return !isGone(error) || circuit.state !== CircuitState.Closed;
    }),
    {
      halfOpenAfter: new DelegateBackoff(({ attempt }) => {
        const openMs = Math.min(most, breakerOpenMs * 2 ** (attempt - 1));
        untilMs = performance.now() + openMs;
        return openMs;
      }),
      breaker: new CountBreaker({
        threshold: breakerPercent / 100,
        size: breakerCalls,
        minimumNumberOfCalls: Math.ceil(breakerCalls / 4),
      }),
    },
  );
  return { circuit, leftMs: () => Math.max(1, untilMs - performance.now()) };
};
