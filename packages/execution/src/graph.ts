import type { GraphQLSchema } from 'graphql';
import type { IsOfType } from './compile/is-of-type.ts';

/** One version of the graph, as much of it as the execution needs to know. */
export type Graph = {
  readonly supergraphSdl: string;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** By the whole supergraph, the inaccessible types included. */
  readonly isOfType: IsOfType;
};
