/** Wakes one sleeper: at once, or after a while. A ring that comes while nobody sleeps ends the next sleep at once. */
export type Alarm = {
  ring: () => void;
  ringIn: (delayMs: number) => void;
  sleep: (atMostMs: number) => Promise<void>;
  /** Forgets the rings to come, so that no timer keeps the process alive. */
  clear: () => void;
};

export const createAlarm = (): Alarm => {
  const timers = new Set<NodeJS.Timeout>();
  let hasRung = false;
  let endSleep: () => void = () => undefined;
  const ring = () => {
    hasRung = true;
    endSleep();
  };
  const ringIn = (delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      ring();
    }, delayMs);
    timers.add(timer);
  };
  const sleep = async (atMostMs: number) => {
    if (!hasRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, atMostMs);
        endSleep = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    hasRung = false;
  };
  const clear = () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
  return { ring, ringIn, sleep, clear };
};
