import { type Lane, type LaneDependencies, openLane } from './delivery-lane.ts';

export type Deliverer = {
  /** Says that these queues have something new. */
  wake(queueArns: Iterable<string>): void;
  /** Lets the requests in flight end and sends nothing more; what is left stays in the store. */
  stop(): Promise<void>;
};

/** The net under the wake-ups: what an error left standing goes on by this beat. */
const pollEveryMs = 1_000;

/** Brings deliveries to their queues, those of an earlier process first: one lane per queue, side by side. */
export function startDeliverer(dependencies: Omit<LaneDependencies, 'wakeOthers'>): Deliverer {
  const lanes = new Map<string, Lane>();
  let isStopping = false;

  function wake(queueArns: Iterable<string>): void {
    if (isStopping) return;
    for (const queueArn of queueArns) {
      const lane = lanes.get(queueArn) ?? openLane(queueArn, { ...dependencies, wakeOthers: wake });
      lanes.set(queueArn, lane);
      lane.wake();
    }
  }

  const wakeWaiting = () => wake(dependencies.deliveries.waitingQueues());
  const poll = setInterval(wakeWaiting, pollEveryMs);
  wakeWaiting();
  return {
    wake,
    async stop() {
      isStopping = true;
      clearInterval(poll);
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}
