import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, printSchema } from 'graphql';

/** What clients see of a supergraph, as SDL in alphabetical order: without federation's own parts and what is @inaccessible. */
export const apiSchemaOf = (supergraphSdl: string): string =>
  `${printSchema(lexicographicSortSchema(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()))}\n`;
