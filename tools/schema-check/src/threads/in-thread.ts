import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * A stack for graphs of any size: composition and planning follow types into types, as deep as the longest chain of them,
 * and Node's own stack ends at some thousand.
 */
const stackSizeMb = 512;

/** Runs a thread's file with this input, and answers with what it posts. An error in it is an error here. */
export const inThread = async <Output>(file: URL, input: unknown): Promise<Output> => {
  const worker = new Worker(file, { workerData: input, resourceLimits: { stackSizeMb } });
  const [output] = (await once(worker, 'message')) as [Output];
  await worker.terminate();
  return output;
};
