/** What one process saw in a moment (a tenth of a second). */
export type Moment = {
  /** By how much it was late at least, in milliseconds: what every callback waited for its turn. */
  readonly lateMs: number;
  /** How many requests were under way at once at most. */
  readonly busiest: number;
};

export type AdaptiveLimit = {
  /** How many requests may be under way at once just now. */
  readonly allowed: () => number;
  readonly observe: (moment: Moment) => void;
};

/** A process that is later than this all the time has more under way than it gets done. */
const lateAtMs = 12;

/** Fewer at once are a burst, which is soon over, and no overload; and a process must not idle while it waits for subgraphs. */
const least = 128;

/**
 * How much is let in at once, by how late the process is. One that waits for subgraphs is not late, however much waits with
 * it, and lets in `most`. One whose callbacks wait for each other gets nothing more done by letting in more: it lets in
 * the less the later it is, again and again, until it is in time, and then a tenth more as long as that is used. One long
 * callback is no overload: it must be late for two moments in a row, all the time.
 */
export const createAdaptiveLimit = (most: number): AdaptiveLimit => {
  let allowed = most;
  let wasLate = false;
  return {
    allowed: () => allowed,
    observe: ({ lateMs, busiest }) => {
      const isLate = lateMs > lateAtMs;
      if (isLate && wasLate) {
        const share = Math.min(0.9, Math.max(0.4, lateAtMs / lateMs));
        // What nobody used is no limit that could help.
        allowed = Math.max(Math.min(least, most), Math.floor(Math.min(allowed, busiest) * share));
      } else if (!isLate && busiest >= allowed) {
        allowed = Math.min(most, allowed + Math.max(1, Math.floor(allowed / 10)));
      }
      wasLate = isLate;
    },
  };
};
