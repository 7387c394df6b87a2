import { createHash } from 'node:crypto';
import { parseInTurns } from '@cartograph/execution';
import { type DocumentNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AccessRules } from '../access/access-rules.ts';
import { createFetchKinds, type FetchKinds } from './fetch-kinds.ts';

type KnownGraph = { readonly rules: AccessRules; readonly hash: string; readonly kinds: FetchKinds };

/** What is known of each graph that serves. */
export const createKnownGraphs = (now: () => number) => {
  const graphs = new LRUCache<string, KnownGraph>({ max: 4 });
  let read: ((executableSdl: string) => AccessRules) | undefined;
  const rulesOf = (supergraphSdl: string): AccessRules => {
    if (!read) throw new Error('nothing is kept before it is known who may see what');
    return read(supergraphSdl);
  };
  const know = (supergraphSdl: string, supergraph: DocumentNode): KnownGraph => {
    const rules = rulesOf(supergraphSdl);
    const graph = { rules, hash: hashOf(supergraphSdl, rules), kinds: createFetchKinds({ supergraph, rules }, now) };
    graphs.set(supergraphSdl, graph);
    return graph;
  };
  return {
    governBy: (rulesOfGraphs: (executableSdl: string) => AccessRules) => {
      read = rulesOfGraphs;
    },
    prepare: async (supergraphSdl: string, texts: readonly string[]): Promise<void> => {
      know(supergraphSdl, await parseInTurns(texts));
    },
    of: (supergraphSdl: string): KnownGraph => {
      const known = graphs.get(supergraphSdl);
      // The same graph may come with other rules, and what was public is so no longer.
      if (known?.rules === rulesOf(supergraphSdl)) return known;
      return know(supergraphSdl, parse(supergraphSdl, { noLocation: true }));
    },
  };
};

const hashOf = (supergraphSdl: string, { types, fields }: AccessRules): string =>
  createHash('sha256')
    .update(JSON.stringify([supergraphSdl, [...types.keys()], [...fields.keys()]]))
    .digest('base64url')
    .slice(0, 22);
