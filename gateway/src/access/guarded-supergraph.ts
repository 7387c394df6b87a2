import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { supergraphFile } from '../supergraph-file.ts';
import type { AccessRules } from './access-rules.ts';
import { readAccess } from './read-access.ts';

type SupergraphSource = ReturnType<typeof supergraphFile>;

/** A source of supergraphs whose rules were taken out and are kept. */
export type GuardedSupergraph = {
  readonly supergraph: SupergraphSource;
  readonly rulesOf: (executableSdl: string) => AccessRules;
};

/**
 * Stands between any source of supergraphs (a file, Apollo Uplink) and the executor: the executor gets the SDL without the
 * security directives, which it would refuse, and the guard gets the rules that stood in it.
 */
export const guardSupergraph = (source: SupergraphSource): GuardedSupergraph => {
  // The one that serves, the one that is being tried, and a few to fall back to.
  const rules = new LRUCache<string, AccessRules>({ max: 8 });
  const toExecutable = (supergraphSdl: string): string => {
    const read = readAccess(supergraphSdl);
    const executableSdl = `${read.executableSdl}\n# ${hashOf(supergraphSdl)}\n`;
    rules.set(executableSdl, read.rules);
    return executableSdl;
  };
  return {
    supergraph: {
      initialize: async (options) => {
        const result = await source.initialize({ ...options, update: (sdl) => options.update(toExecutable(sdl)) });
        return { ...result, supergraphSdl: toExecutable(result.supergraphSdl) };
      },
    },
    rulesOf: (executableSdl) => {
      const found = rules.get(executableSdl);
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
