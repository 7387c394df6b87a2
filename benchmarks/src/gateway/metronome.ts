import { parentPort, workerData } from 'node:worker_threads';

/** Run as a thread: says when the next request is due, so many times, to a tenth of a millisecond, where timers know whole ones. */
export type Beats = { readonly perSecond: number; readonly count: number };

const nobody = new Int32Array(new SharedArrayBuffer(4));
const nowMs = (): number => performance.timeOrigin + performance.now();

const beat = ({ perSecond, count }: Beats): void => {
  const startedMs = nowMs();
  for (let turn = 0; turn < count; turn += 1) {
    const dueMs = startedMs + (turn / perSecond) * 1_000;
    const leftMs = dueMs - nowMs();
    if (leftMs > 0) Atomics.wait(nobody, 0, 0, leftMs);
    parentPort?.postMessage(dueMs);
  }
};

beat(workerData as Beats);
