import { composeServices } from '@apollo/composition';
import type { ASTNode, GraphQLError } from 'graphql';
import type { CompositionError, CompositionHint, CompositionResult } from './composition-result.ts';
import { parseSubgraphs } from './parse-subgraphs.ts';
import type { SubgraphSource } from './subgraph-source.ts';

export interface CompositionOptions {
  /**
   * Leaves out the proof that every field can be reached, which takes most of the time: only for schemas that differ from
   * proven ones by what is hidden.
   */
  isProvenAlready?: boolean;
}

/**
 * Composes subgraph schemas, and the `node` subgraph that answers Relay's `node(id:)` for all of them, into one
 * supergraph. The URLs in it are placeholders (`http://<name>.subgraph.local/graphql`): where a subgraph really is,
 * is the gateway's configuration. The order of the sources does not matter.
 */
export const composeSupergraph = (sources: SubgraphSource[], options: CompositionOptions = {}): CompositionResult => {
  const parsed = parseSubgraphs(sources);
  if (!parsed.ok) return parsed;
  const result = composeServices(parsed.subgraphs, { runSatisfiability: options.isProvenAlready !== true });
  if (result.errors) return { ok: false, errors: result.errors.map(toCompositionError) };
  return { ok: true, supergraphSdl: result.supergraphSdl, hints: result.hints.map(toCompositionHint) };
};

const toCompositionError = (error: GraphQLError): CompositionError => ({
  code: typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'INVALID_GRAPHQL',
  message: error.message,
  locations: locationsOf(error.nodes ?? []),
});

const toCompositionHint = ({ definition, message, nodes }: ComposerHint): CompositionHint => ({
  code: definition.code,
  message,
  locations: locationsOf(nodes ?? []),
});

type ComposerHint = NonNullable<ReturnType<typeof composeServices>['hints']>[number];

const locationsOf = (nodes: readonly ASTNode[]): string[] =>
  nodes.flatMap((node) => {
    const { subgraph } = node as { subgraph?: string };
    const start = node.loc?.startToken;
    return start === undefined ? [] : [[subgraph, start.line, start.column].filter(Boolean).join(':')];
  });
