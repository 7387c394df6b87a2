import { composeServices } from '@apollo/composition';
import type { GraphQLError } from 'graphql';
import type { CompositionError, CompositionResult } from './composition-result.ts';
import { nodeSubgraph } from './node-subgraph.ts';
import { parseSource } from './parse-source.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/**
 * Composes subgraph schemas, and the `node` subgraph that answers Relay's `node(id:)` for all of them, into one
 * supergraph. The URLs in it are placeholders (`http://<name>.subgraph.local/graphql`): where a subgraph really is,
 * is the gateway's configuration. The order of the sources does not matter.
 */
export const composeSupergraph = (sources: SubgraphSource[]): CompositionResult => {
  const parsed = [...sources].sort((a, b) => a.name.localeCompare(b.name)).map(parseSource);
  const syntaxErrors = parsed.flatMap((source) => (source.ok ? [] : [source.error]));
  if (syntaxErrors.length > 0) return { ok: false, errors: syntaxErrors };
  const subgraphs = parsed.flatMap((source) => (source.ok ? [source.subgraph] : []));
  const node = nodeSubgraph(subgraphs);
  const result = composeServices(node === null ? subgraphs : [...subgraphs, node]);
  if (result.errors) return { ok: false, errors: result.errors.map(toCompositionError) };
  return { ok: true, supergraphSdl: result.supergraphSdl, hints: result.hints.map((hint) => hint.toString()) };
};

const toCompositionError = (error: GraphQLError): CompositionError => ({
  code: typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'INVALID_GRAPHQL',
  message: error.message,
  locations: (error.nodes ?? []).flatMap((node) => {
    const { subgraph } = node as { subgraph?: string };
    const start = node.loc?.startToken;
    return start === undefined ? [] : [[subgraph, start.line, start.column].filter(Boolean).join(':')];
  }),
});
