import { parentPort, workerData } from 'node:worker_threads';
import { type CheckInput, checkGraph } from '../check-graph.ts';
import type { SecondOpinion } from '../composition/second-opinion.ts';
import { inThread } from './in-thread.ts';

/** The whole check, in a thread for the sake of its stack. */
const input = workerData as Omit<CheckInput, 'askSecondOpinion'>;
const askSecondOpinion = (sources: unknown): Promise<SecondOpinion> =>
  inThread<SecondOpinion>(new URL('./second-opinion-thread.ts', import.meta.url), sources);

parentPort?.postMessage(await checkGraph({ ...input, askSecondOpinion }));
