import type { GraphQLSchema } from 'graphql';
import type { ClientOperation } from '../graph/client-operation.ts';
import type { GraphState } from '../graph/graph-state.ts';
import { type Use, usesOf } from '../operations/uses.ts';

export interface UsedOperation {
  operation: ClientOperation;
  uses: ReadonlyMap<string, Use>;
}

/** The public schema before and after, and who uses the one before. */
export interface SchemaPair {
  before: GraphState;
  after: GraphState;
  apiBefore: GraphQLSchema;
  apiAfter: GraphQLSchema;
  used: UsedOperation[];
}

export const withUses = (schema: GraphQLSchema, operations: readonly ClientOperation[]): UsedOperation[] =>
  operations.map((operation) => ({ operation, uses: usesOf(schema, operation.document) }));

/** The operations that use one of these coordinates, in one of these ways. */
export const usersOf = (
  used: readonly UsedOperation[],
  coordinates: readonly string[],
  ways: readonly Use[] = ['sends'],
): ClientOperation[] =>
  used
    .filter(({ uses }) => coordinates.some((coordinate) => ways.some((way) => uses.get(coordinate) === way)))
    .map(({ operation }) => operation);
