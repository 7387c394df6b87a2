import { parentPort, workerData } from 'node:worker_threads';
import {
  isInterfaceType,
  isUnionType,
  operationFromDocument,
  printSchema,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, parse } from 'graphql';
import { definitionTexts } from './definition-texts.ts';
import { planToldApart } from './plan-told-apart.ts';
import { type ToldApart, tellRequirementsApart } from './told-apart.ts';
import type { GraphMessage, PlanMessage, PlannerStart, PlanQuestion } from './worker-messages.ts';

/** The planner's thread: it builds the graph's schemas and plans one operation after another. */
const run = (): void => {
  const { supergraphSdl } = workerData as PlannerStart;
  try {
    // Validated in production too: a supergraph that fails at its first query must not replace a good one.
    const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
    const apiSchema = supergraph.apiSchema();
    const apart = tellRequirementsApart(supergraphSdl);
    // The given one is valid; in this one fields that are only required under other names would count as unused.
    const planned = apart ? Supergraph.build(apart.supergraphSdl, { validateSupergraph: false }) : supergraph;
    // Fragments would have names that two queries could share with different meanings.
    const planner = new QueryPlanner(planned, { reuseQueryFragments: false });
    const planning: Planning = { planner, apiSchema: planned.apiSchema(), apart };
    parentPort?.on('message', (question: PlanQuestion) => say(plan(planning, question)));
    say({
      kind: 'loaded',
      apiTexts: definitionTexts(printSchema(apiSchema)),
      subtypes: subtypesOf(supergraph.schema),
      subgraphs: supergraph.subgraphsMetadata().map(({ name }) => name),
    });
  } catch (error) {
    say({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
  }
};

const say = (message: GraphMessage | PlanMessage): void => parentPort?.postMessage(message);

type Planning = { planner: QueryPlanner; apiSchema: Schema; apart: ToldApart | null };

const plan = ({ planner, apiSchema, apart }: Planning, { id, query, operationName }: PlanQuestion): PlanMessage => {
  try {
    const operation = operationFromDocument(apiSchema, parse(query, { noLocation: true }), {
      ...(operationName !== undefined && { operationName }),
      validate: false,
    });
    // By JSON, as a plan holds functions of its own that cannot be sent to another thread.
    const plan = JSON.parse(JSON.stringify(planner.buildQueryPlan(operation))) as QueryPlan;
    return { kind: 'planned', id, plan: apart ? planToldApart(plan, apart) : plan };
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
    return {
      kind: 'unplannable',
      id,
      message: error instanceof Error ? error.message : String(error),
      code: typeof code === 'string' ? code : undefined,
    };
  }
};

const subtypesOf = (schema: Schema): Record<string, string[]> =>
  Object.fromEntries(
    schema.types().flatMap((type): [string, string[]][] => {
      if (isUnionType(type)) return [[type.name, type.types().map(({ name }) => name)]];
      return isInterfaceType(type) ? [[type.name, type.allImplementations().map(({ name }) => name)]] : [];
    }),
  );

run();
