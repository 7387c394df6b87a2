import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AccessRules } from '../access/access-rules.ts';
import { type AnswerShape, readShape } from './answer-shape.ts';
import { type CanonicalQuery, canonicalQuery, operationIn } from './canonical-query.ts';
import { readGraphTypes } from './graph-types.ts';

/** Everything about a query to a subgraph that does not depend on who asks for what. */
export type FetchKind = CanonicalQuery & {
  readonly shape: AnswerShape;
  /** What the last answer allowed; undefined until there was one, or when that is too long ago. */
  readonly lastAllowed: () => 'public' | 'private' | 'none' | undefined;
  readonly noteAllowed: (allowed: 'public' | 'private' | 'none') => void;
};

/** Each query is looked at once. Null for one that is not kept, whatever the subgraph says. */
export type FetchKinds = (subgraph: string, query: string) => FetchKind | null;

const mostKinds = 5_000;
/** An answer that allowed nothing may have been one with errors: it is asked again after that long. */
const believeMs = 30_000;

export const createFetchKinds = (
  { supergraph, rules }: { supergraph: DocumentNode; rules: AccessRules },
  now: () => number,
): FetchKinds => {
  const types = readGraphTypes(supergraph);
  const kinds = new LRUCache<string, { kind: FetchKind | null }>({ max: mostKinds });
  const read = (query: string): FetchKind | null => {
    const operation = operationIn(query);
    const shape = readShape({ types, rules }, operation);
    return shape && { ...canonicalQuery(operation), shape, ...createMemory(now) };
  };
  return (subgraph, query) => {
    const name = `${subgraph} ${query}`;
    const known = kinds.get(name) ?? { kind: read(query) };
    kinds.set(name, known);
    return known.kind;
  };
};

const createMemory = (now: () => number): Pick<FetchKind, 'lastAllowed' | 'noteAllowed'> => {
  let last: { allowed: 'public' | 'private' | 'none'; untilMs: number } | undefined;
  return {
    lastAllowed: () => (last && last.untilMs > now() ? last.allowed : undefined),
    noteAllowed: (allowed) => {
      last = { allowed, untilMs: now() + believeMs };
    },
  };
};
