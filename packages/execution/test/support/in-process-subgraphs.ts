import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeSupergraph } from '@cartograph/composition';
import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { AnswerQuestion } from './two-engines.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible", "@override"])\n';

export type Resolvers = NonNullable<
  Parameters<typeof buildSubgraphSchema>[0] extends infer Input
    ? Extract<Input, { resolvers?: unknown }>['resolvers']
    : never
>;

export type SubgraphDefinition = { sdl: string; resolvers: Resolvers };

/** Real subgraph schemas, executed by graphql-js in this process, and the supergraph they compose to. */
export const inProcessSubgraphs = (
  definitions: Readonly<Record<string, SubgraphDefinition>>,
): { supergraphSdl: string; answer: AnswerQuestion; asked: string[] } => {
  const composed = composeSupergraph(Object.entries(definitions).map(([name, { sdl }]) => ({ name, sdl: link + sdl })));
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  const schemas = new Map(
    Object.entries(definitions).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers }]),
    ]),
  );
  const asked: string[] = [];
  return {
    supergraphSdl: composed.supergraphSdl,
    asked,
    answer: async ({ subgraph, query, variables, operationName }) => {
      asked.push(`${subgraph} ${query}`);
      const schema = schemas.get(subgraph);
      if (!schema) throw new Error(`there is no subgraph ${subgraph}`);
      return run(schema, { query, variables, operationName });
    },
  };
};

type Running = { query: string; variables: Record<string, unknown>; operationName: string | undefined };

const run = async (schema: GraphQLSchema, { query, variables, operationName }: Running) => {
  const document = parse(query);
  const faults = validate(schema, document);
  if (faults.length > 0) return { errors: faults.map((fault) => fault.toJSON()) };
  const result = await execute({
    schema,
    document,
    variableValues: variables,
    ...(operationName && { operationName }),
  });
  return {
    ...(result.data !== undefined && { data: result.data }),
    ...(result.errors && { errors: result.errors.map((error) => error.toJSON()) }),
  };
};
