import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { supergraphFile } from '../supergraph-file.ts';
import { readAside } from './read-aside.ts';
import { readSupergraph, type SupergraphReading } from './read-supergraph.ts';

type SupergraphSource = ReturnType<typeof supergraphFile>;

/** A source of supergraphs whose rules were taken out. What is known of each is kept. */
export type GuardedSupergraph = {
  readonly supergraph: SupergraphSource;
  readonly readingOf: (executableSdl: string) => SupergraphReading;
};

/**
 * Stands between any source of supergraphs (a file, Apollo Uplink) and the executor: the executor gets the SDL without the
 * security directives, which it would refuse, and the guard gets the rules that stood in it. The first is read at once, as
 * nothing is served without it; each further one aside, one after the other.
 */
export const guardSupergraph = (source: SupergraphSource): GuardedSupergraph => {
  // The one that serves, the one that is being tried, and a few to fall back to.
  const readings = new LRUCache<string, SupergraphReading>({ max: 8 });
  const keep = (reading: SupergraphReading): string => {
    readings.set(reading.executableSdl, reading);
    return reading.executableSdl;
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (supergraphSdl: string): Promise<string> => {
    const read = last.then(() => readAside({ supergraphSdl, mark: hashOf(supergraphSdl) }));
    last = read.catch(() => undefined);
    return read.then(keep);
  };
  return {
    supergraph: {
      initialize: async (options) => {
        const update = async (supergraphSdl: string) => options.update(await inTurn(supergraphSdl));
        const { supergraphSdl, ...result } = await source.initialize({ ...options, update });
        return { ...result, supergraphSdl: keep(readSupergraph(supergraphSdl, hashOf(supergraphSdl))) };
      },
    },
    readingOf: (executableSdl) => {
      const found = readings.get(executableSdl);
      if (!found) throw new Error('a supergraph was loaded past the reading of its access rules');
      return found;
    },
  };
};

/**
 * Stands in what the executor gets: an executor that is handed what it already has does nothing, and a supergraph of which
 * only a rule has changed would go on being served by its old rules.
 */
const hashOf = (supergraphSdl: string): string => createHash('sha256').update(supergraphSdl).digest('hex');
