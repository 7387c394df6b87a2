import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, execute, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { compiledOperations } from '../../src/execution/compiled-execution.ts';
import { typeDefs } from './graph.ts';
import { randomFrom } from './random.ts';
import { type Operation, randomOperation } from './random-operation.ts';
import { inhabit, type World } from './world.ts';

export type Difference = Operation & { readonly case: string; readonly ours: string; readonly theirs: string };

/** All that can be seen of an answer, and what resolvers were told until it was there; as text, which has an order. */
const seen = (answer: ExecutionResult | undefined, { told }: World): string =>
  JSON.stringify({ data: answer?.data, errors: answer?.errors?.map(errorOf), told });

const errorOf = (error: GraphQLError) => ({
  ...error.toJSON(),
  name: error.name,
  isOf: error.constructor.name,
  original: error.originalError && [error.originalError.constructor.name, error.originalError.message],
  nodes: error.nodes?.map(({ loc }) => [loc?.start, loc?.end]),
});

const worldOf = (seed: string): World => {
  const random = randomFrom(`world ${seed}`);
  return {
    seed,
    trouble: random.pick([0, 0.02, 0.1, 0.25]),
    lateness: random.pick([0, 0, 0.05, 0.3, 1]),
    told: [],
  };
};

export const inhabitedSchema = (): GraphQLSchema => inhabit(buildSubgraphSchema([{ typeDefs: parse(typeDefs) }]));

/** What became of a run: what differed, and of what the answers consisted, as a run without errors would prove nothing. */
export type Run = {
  readonly differences: Difference[];
  operations: number;
  withErrors: number;
  withoutData: number;
  refused: number;
};

/** Asks both engines the same, operation by operation, until so many valid ones were asked. */
export const compareEngines = async (seed: string, operations: number): Promise<Run> => {
  const schema = inhabitedSchema();
  const operationOf = compiledOperations(schema);
  const run: Run = { differences: [], operations: 0, withErrors: 0, withoutData: 0, refused: 0 };
  for (let index = 0; run.operations < operations; index += 1) {
    const name = `${seed} ${index}`;
    const operation = randomOperation(schema, randomFrom(name));
    const document = parse(operation.query);
    if (validate(schema, document).length > 0) continue;
    run.operations += 1;
    const [ourWorld, theirWorld] = [worldOf(name), worldOf(name)];
    const compiled = operationOf(document, undefined);
    const { query, variables } = operation;
    const ours = seen(await compiled?.({ variables, context: ourWorld, policy: null }), ourWorld);
    const answer = await execute({ schema, document, variableValues: variables, contextValue: theirWorld });
    const theirs = seen(answer, theirWorld);
    count(run, answer);
    if (ours !== theirs) run.differences.push({ case: name, query, variables, ours, theirs });
  }
  return run;
};

const count = (run: Run, { data, errors }: ExecutionResult): void => {
  if (errors) run.withErrors += 1;
  if (data === null) run.withoutData += 1;
  if (data === undefined) run.refused += 1;
};
