import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AccessRules } from '../access/access-rules.ts';
import { createFetchKinds, type FetchKinds } from './fetch-kinds.ts';

/** What is known of each graph that serves. */
export const createKnownGraphs = (now: () => number) => {
  const graphs = new LRUCache<string, { rules: AccessRules; hash: string; kinds: FetchKinds }>({ max: 4 });
  let rulesOf: ((executableSdl: string) => AccessRules) | undefined;
  return {
    governBy: (read: (executableSdl: string) => AccessRules) => {
      rulesOf = read;
    },
    of: (supergraphSdl: string) => {
      if (!rulesOf) throw new Error('nothing is kept before it is known who may see what');
      const rules = rulesOf(supergraphSdl);
      const known = graphs.get(supergraphSdl);
      // The same graph may come with other rules, and what was public is so no longer.
      if (known?.rules === rules) return known;
      const graph = {
        rules,
        hash: hashOf(supergraphSdl, rules),
        kinds: createFetchKinds({ supergraphSdl, rules }, now),
      };
      graphs.set(supergraphSdl, graph);
      return graph;
    },
  };
};

const hashOf = (supergraphSdl: string, { types, fields }: AccessRules): string =>
  createHash('sha256')
    .update(JSON.stringify([supergraphSdl, [...types.keys()], [...fields.keys()]]))
    .digest('base64url')
    .slice(0, 22);
