import { parentPort, workerData } from 'node:worker_threads';
import { readSupergraph, type SupergraphReading } from './read-supergraph.ts';

export type ReadingStart = { readonly supergraphSdl: string; readonly mark: string };
export type ReadingEnd =
  | { readonly kind: 'read'; readonly reading: SupergraphReading }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads one supergraph in a thread of its own, which ends with that. */
const run = (): ReadingEnd => {
  const { supergraphSdl, mark } = workerData as ReadingStart;
  try {
    return { kind: 'read', reading: readSupergraph(supergraphSdl, mark) };
  } catch (error) {
    return { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.postMessage(run());
