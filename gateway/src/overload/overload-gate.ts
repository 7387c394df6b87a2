import { limitTable } from '@cartograph/graph-limits';
import { count, type Logger } from '@cartograph/telemetry';
import { createAdaptiveLimit } from './adaptive-limit.ts';
import { watchLateness } from './lateness.ts';

/** Counts what is under way, and knows when that is as much as this process gets done. */
export type OverloadGate = {
  readonly isFull: () => boolean;
  /** Something begins. Returns what ends it. */
  readonly enter: () => () => void;
  /** Something is refused. Returns in how many seconds it may come again. */
  readonly refuse: () => number;
  readonly stop: () => void;
};

export const openOverloadGate = ({ most, logger }: { most: number; logger: Logger }): OverloadGate => {
  const limit = createAdaptiveLimit(most);
  const refused = tellOfRefusals(logger);
  let underWay = 0;
  let busiest = 0;
  const leave = (): void => {
    underWay -= 1;
  };
  const stop = watchLateness((lateness) => {
    limit.observe({ ...lateness, busiest });
    busiest = underWay;
    refused.tell(limit.allowed());
  });
  return {
    isFull: () => underWay >= limit.allowed(),
    enter: () => {
      underWay += 1;
      busiest = Math.max(busiest, underWay);
      return leave;
    },
    // Those who are refused together must not come back together: one waits a second, the next two, the next three.
    refuse: () => 1 + (refused.next() % 3),
    stop,
  };
};

/** A line for each refusal would cost as much as an answer: there is one a second, with how many there were. */
const tellOfRefusals = (logger: Logger) => {
  let turn = 0;
  let untold = 0;
  let toldMs = Number.NEGATIVE_INFINITY;
  return {
    next: () => {
      untold += 1;
      turn += 1;
      return turn;
    },
    tell: (allowed: number) => {
      if (untold === 0 || performance.now() - toldMs < 1_000) return;
      count('cartograph.gateway.refusals', untold, { 'error.type': limitTable.concurrency.code });
      logger.warn({ refused: untold, allowed }, 'there is more to do than this process can: requests are refused');
      untold = 0;
      toldMs = performance.now();
    },
  };
};
