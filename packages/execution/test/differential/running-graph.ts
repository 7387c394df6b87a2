import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeSupergraph } from '@cartograph/composition';
import { buildSchema, type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { AnswerQuestion, Asked } from '../support/two-engines.ts';
import { type GraphModel, interfaceName, randomGraph } from './graph-model.ts';
import { graphSdl } from './graph-sdl.ts';
import { createResolver, type Faults, idOf, type Source } from './graph-values.ts';
import { Random } from './random.ts';

export type RunningGraph = {
  readonly supergraphSdl: string;
  readonly answer: AnswerQuestion;
  /** What graphql-js answers over the whole graph as if it were one: the specification, in code. */
  readonly asOne: (apiSchema: GraphQLSchema, asked: Asked) => { data?: unknown; hasErrors: boolean };
};

/** A random graph that composes, with subgraphs that answer; null where what was drawn does not compose. */
export const runGraph = (seed: string, faults: Faults): RunningGraph | null => {
  const model = randomGraph(seed);
  const sources = graphSdl(model);
  const composed = composeSupergraph(sources);
  if (!composed.ok) return null;
  const resolver = createResolver(model, { seed, faults });
  const schemas = new Map(sources.map(({ name, sdl }) => [name, subgraphSchema(model, { name, sdl, seed, faults })]));
  const documents = new Map<string, DocumentNode>();
  const whole = buildSchema(composed.supergraphSdl, { assumeValid: true, assumeValidSDL: true });
  const resolveWhole = createResolver(model, { seed, faults, whole });
  return {
    supergraphSdl: composed.supergraphSdl,
    answer: async ({ subgraph, query, variables, operationName }) => {
      const schema = schemas.get(subgraph);
      if (!schema) throw new Error(`there is no subgraph ${subgraph}`);
      const document = documents.get(query) ?? parse(query, { noLocation: true });
      documents.set(query, document);
      const given = { variableValues: variables, ...(operationName && { operationName }) };
      const result = await execute({ schema, document, fieldResolver: resolver, ...given });
      return {
        ...(result.data !== undefined && { data: result.data }),
        ...(result.errors && { errors: result.errors.map((error) => error.toJSON()) }),
      };
    },
    asOne: (schema, { query, variables }) => {
      const result = execute({
        schema,
        document: parse(query),
        fieldResolver: resolveWhole,
        ...(variables && { variableValues: variables }),
      });
      if (result instanceof Promise) throw new Error('the whole graph answers at once');
      return { data: JSON.parse(JSON.stringify(result.data ?? null)), hasErrors: result.errors !== undefined };
    },
  };
};

type Building = { name: string; sdl: string; seed: string; faults: Faults };

/** Now and then a subgraph does not know a thing that others refer to. */
const subgraphSchema = (model: GraphModel, { name, sdl, seed, faults }: Building): GraphQLSchema => {
  const find = (reference: Source) =>
    new Random(`${seed} ${name} ${idOf(reference)}`).chance(faults.missing) ? null : reference;
  const known = model.entities.filter(({ keys }) => keys.has(name)).map((entity) => entity.name);
  const isObjectOf = model.interfaceObject?.subgraph === name;
  const types = isObjectOf ? [interfaceName] : known;
  const resolvers = Object.fromEntries(types.map((type) => [type, { __resolveReference: find }]));
  const hubInterface =
    name === 's0' && model.interfaceObject
      ? { [interfaceName]: { __resolveType: typeOfSource, __resolveReference: withType } }
      : {};
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: { ...resolvers, ...hubInterface } as never }]);
};

/** An id tells its type, also to whoever only knows the interface. */
const typeOfSource = (source: Source): string => idOf(source).split(':')[0] ?? '';
const withType = (reference: Source): Source => ({ ...reference, __typename: typeOfSource(reference) });
