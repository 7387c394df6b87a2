/** How often a timer is due; how late it comes is how long everything else waited, too. */
const everyMs = 10;
const momentMs = 100;

/**
 * Tells each moment by how much a timer of this process was late at least. Returns what ends it; it keeps no process alive.
 */
export const watchLateness = (tell: (leastLateMs: number) => void): (() => void) => {
  let dueMs = performance.now() + everyMs;
  let momentEndsMs = performance.now() + momentMs;
  let leastLateMs = Number.POSITIVE_INFINITY;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    leastLateMs = Math.min(leastLateMs, Math.max(0, nowMs - dueMs));
    dueMs = nowMs + everyMs;
    if (nowMs < momentEndsMs) return;
    tell(leastLateMs);
    leastLateMs = Number.POSITIVE_INFINITY;
    momentEndsMs = nowMs + momentMs;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
