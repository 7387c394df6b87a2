import type { Lateness } from './lateness.ts';

/** What one process saw in a moment (a tenth of a second). */
export type Moment = Lateness & {
  /** How many requests were under way at once at most. */
  readonly busiest: number;
};

export type AdaptiveLimit = {
  /** How many requests may be under way at once just now. */
  readonly allowed: () => number;
  readonly observe: (moment: Moment) => void;
};

/** A process that is later than this has more under way than it gets done, or has to share the machine. */
const lateAtMs = 12;

/** One whose thread runs nearly all the time gets nothing more done by what waits in it: for it less is late. */
const saturated = { lateAtMs: 4, ownShare: 0.85 };

/** Fewer at once are a burst at first, which is soon over, and no overload; a process must not idle while it waits for subgraphs. */
const burst = 128;

/** One that goes on being late has no burst but an overload: it lets in less and less, down to this. */
const least = 16;
const burstMoments = 2;

/**
 * How much is let in at once, by how late the process is. One that waits for subgraphs is not late, however much waits with
 * it, and lets in `most`. One whose callbacks wait for each other gets nothing more done by letting in more: it lets in
 * the less the later it is, again and again, until it is in time, and then a tenth more as long as that is used. One long
 * callback is no overload: it must be late for two moments in a row.
 */
export const createAdaptiveLimit = (most: number): AdaptiveLimit => {
  let allowed = most;
  let floor = burst;
  let lateMoments = 0;
  const lower = ({ lateMs, ownShare, busiest }: Moment): void => {
    const isOverload = lateMoments > burstMoments || floor < burst;
    if (isOverload && ownShare > saturated.ownShare) floor = Math.max(least, floor * 0.5);
    const share = Math.min(0.9, Math.max(0.4, lateAt(ownShare) / lateMs));
    // What nobody used is no limit that could help.
    allowed = Math.floor(Math.max(Math.min(floor, allowed), Math.min(allowed, busiest) * share));
  };
  const raise = (): void => {
    allowed = Math.min(most, allowed + Math.max(1, Math.floor(allowed / 10)));
    if (allowed >= burst) floor = burst;
  };
  return {
    allowed: () => allowed,
    observe: (moment) => {
      lateMoments = moment.lateMs > lateAt(moment.ownShare) ? lateMoments + 1 : 0;
      if (lateMoments > 1) lower(moment);
      if (lateMoments === 0 && moment.busiest >= allowed) raise();
    },
  };
};

const lateAt = (ownShare: number): number => (ownShare > saturated.ownShare ? saturated.lateAtMs : lateAtMs);
