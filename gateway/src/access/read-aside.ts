import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AccessUnreadable } from './access-unreadable.ts';
import type { SupergraphReading } from './read-supergraph.ts';
import type { ReadingEnd, ReadingStart } from './supergraph-reader.ts';

/**
 * Reads a supergraph aside from the thread that serves: a tenth of a second of parsing and printing is one in which nobody
 * is answered. Rejects with what is wrong with it.
 */
export const readAside = async (start: ReadingStart): Promise<SupergraphReading> => {
  const worker = new Worker(new URL('./supergraph-reader.ts', import.meta.url), { workerData: start });
  worker.unref();
  // A thread that ends without a word must not be waited for: nothing would ever be read again.
  const silence = once(worker, 'exit').then(() => {
    throw new Error('the thread that read a supergraph ended without an answer');
  });
  const [end] = (await Promise.race([once(worker, 'message'), silence])) as [ReadingEnd];
  if (end.kind === 'unreadable') throw new AccessUnreadable(end.message);
  return end.reading;
};
