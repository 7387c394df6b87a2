import { setTimeout as sleep } from 'node:timers/promises';

export type RequestsInFlight = {
  begin(request: object): void;
  end(request: object): void;
  /** Settles with true when the last one has ended, with false when the time is over; `hurry` is called meanwhile. */
  ended(withinMs: number, hurry: () => void): Promise<boolean>;
};

const lookEveryMs = 5;

/**
 * The requests whose work is not done. A server that has closed its connections says nothing of them: a long poll whose
 * client is gone still receives, and what it received has to be given back.
 */
export function requestsInFlight(): RequestsInFlight {
  const requests = new Set<object>();
  return {
    begin: (request) => void requests.add(request),
    end: (request) => void requests.delete(request),
    async ended(withinMs, hurry) {
      const deadline = Date.now() + withinMs;
      while (requests.size > 0 && Date.now() < deadline) {
        hurry();
        await sleep(lookEveryMs);
      }
      return requests.size === 0;
    },
  };
}
