export { apiSchemaOf } from './api-schema.ts';
export { type CompositionOptions, composeSupergraph } from './compose-supergraph.ts';
export {
  type CompositionError,
  type CompositionHint,
  type CompositionResult,
  describeCompositionError,
} from './composition-result.ts';
export { nodeSubgraphName } from './node-subgraph.ts';
export { type ParsedSubgraphs, parseSubgraphs } from './parse-subgraphs.ts';
export { placeholderUrl, type Subgraph, type SubgraphSource } from './subgraph-source.ts';
