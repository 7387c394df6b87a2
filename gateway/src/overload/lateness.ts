/** How often a timer is due; how late it comes is how long everything else waited, too. */
const everyMs = 10;
const momentMs = 100;

export type Lateness = {
  /** By how much this thread was late on average over time, in milliseconds: what a callback waited that came at any time. */
  readonly lateMs: number;
  /** Which share of the time the thread ran, from 0 to 1. It can be late without: when others have the machine. */
  readonly ownShare: number;
};

/**
 * Tells each moment, a tenth of a second, how late this thread was and how much of it by its own work. Returns what ends it;
 * it keeps no process alive.
 */
export const watchLateness = (tell: (lateness: Lateness) => void): (() => void) => {
  let lastMs = performance.now();
  let moment = beginMoment(lastMs);
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const tookMs = nowMs - lastMs;
    lastMs = nowMs;
    // Over time, not over samples: of one long turn and nine short ones most of the time was the long one's.
    moment.weighed += Math.max(0, tookMs - everyMs) * tookMs;
    const lasted = nowMs - moment.beganMs;
    if (lasted < momentMs) return;
    tell({ lateMs: moment.weighed / lasted, ownShare: (ownCpuMs() - moment.cpuMs) / lasted });
    moment = beginMoment(nowMs);
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

const beginMoment = (beganMs: number) => ({ beganMs, cpuMs: ownCpuMs(), weighed: 0 });

const ownCpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
