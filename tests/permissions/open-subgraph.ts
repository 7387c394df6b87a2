import { buildSubgraphSchema } from '@apollo/subgraph';
import type { TapAnswer, TapRequest } from '@cartograph/testing';
import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  graphql,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';

/**
 * A subgraph of that schema in which every door stands open: it believes whoever asks and has an answer to everything. What
 * is still kept back when the gateway stands before it, the gateway keeps back alone.
 */
export const openSubgraph = (sdl: string): ((request: TapRequest) => Promise<TapAnswer>) => {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: {} }]);
  return async ({ body }) => {
    const { query, variables } = JSON.parse(body.toString()) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query, variableValues: variables ?? {}, fieldResolver: invent });
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(result)) };
  };
};

const invent: GraphQLFieldResolver<unknown, unknown> = (source, ...[, , { fieldName, returnType, schema }]) => {
  const known = (source as Readonly<Record<string, unknown>> | undefined)?.[fieldName];
  return known ?? inventedOf(schema, returnType);
};

const inventedOf = (schema: GraphQLSchema, type: GraphQLOutputType): unknown => {
  if (isNonNullType(type)) return inventedOf(schema, type.ofType);
  if (isListType(type)) return [inventedOf(schema, type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isObjectType(type)) return {};
  if (isAbstractType(type)) return { __typename: schema.getPossibleTypes(type)[0]?.name };
  return { Int: 1, Float: 1, Boolean: true }[type.name] ?? 'open';
};
