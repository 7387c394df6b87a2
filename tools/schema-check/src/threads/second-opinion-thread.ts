import { parentPort, workerData } from 'node:worker_threads';
import type { SubgraphSource } from '@cartograph/composition';
import { secondOpinion } from '../composition/second-opinion.ts';

parentPort?.postMessage(await secondOpinion(workerData as SubgraphSource[]));
