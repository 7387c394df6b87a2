export { apiSchemaOf } from './api-schema.ts';
export { composeSupergraph } from './compose-supergraph.ts';
export { type CompositionError, type CompositionResult, describeCompositionError } from './composition-result.ts';
export { nodeSubgraphName } from './node-subgraph.ts';
export { placeholderUrl, type SubgraphSource } from './subgraph-source.ts';
