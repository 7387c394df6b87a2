import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CannotCheck } from '../complaints.ts';

/**
 * A stack for graphs of any size: composition and planning follow types into types, as deep as the longest chain of them,
 * and Node's own stack ends at some thousand.
 */
const stackSizeMb = 512;

/** Composition makes millions of short-lived objects: in a small nursery a third of the time goes into collecting them. */
const maxYoungGenerationSizeMb = 256;

/** Runs a thread's file with this input, and answers with what it posts. An error in it is an error here. */
export const inThread = async <Output>(file: URL, input: unknown): Promise<Output> => {
  const worker = new Worker(file, { workerData: input, resourceLimits: { stackSizeMb, maxYoungGenerationSizeMb } });
  const [output] = (await once(worker, 'message').catch(rethrow)) as [Output];
  await worker.terminate();
  return output;
};

/** An error loses its class on the way between threads; its stack still begins with the name. */
const rethrow = (error: Error): never => {
  throw error.stack?.startsWith('CannotCheck: ') ? new CannotCheck(error.message) : error;
};
