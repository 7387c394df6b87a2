import { GraphQLError, parse } from 'graphql';
import type { CompositionError } from './composition-result.ts';
import { placeholderUrl, type Subgraph, type SubgraphSource } from './subgraph-source.ts';

export type ParsedSource = { ok: true; subgraph: Subgraph } | { ok: false; error: CompositionError };

/** Parses a subgraph's schema; a syntax error tells the line and column in that schema. */
export const parseSource = ({ name, sdl }: SubgraphSource): ParsedSource => {
  try {
    return { ok: true, subgraph: { name, url: placeholderUrl(name), typeDefs: parse(sdl) } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const locations = (error.locations ?? []).map(({ line, column }) => `${name}:${line}:${column}`);
    return { ok: false, error: { code: 'INVALID_GRAPHQL', message: `[${name}] ${error.message}`, locations } };
  }
};
