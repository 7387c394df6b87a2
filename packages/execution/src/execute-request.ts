import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { inChildSpan } from '@cartograph/telemetry';
import { GraphQLError, getVariableValues } from 'graphql';
import { answerBody, bodyOfAnswer } from './answer/answer-text.ts';
import type { CompiledOperation } from './compile/compile-operation.ts';
import { type Executed, executeOperation } from './execute-operation.ts';
import type { AnswerCache } from './fetch-cache.ts';
import { askOperation } from './plan/ask-operation.ts';
import type { ServedGraphs } from './served-graphs.ts';
import { InFlight } from './share/in-flight.ts';
import { SharedReplies } from './share/shared-replies.ts';
import type { AskSubgraph, SubgraphRequest } from './subgraph-request.ts';
import type { FetchTraces } from './trace/fetch-traces.ts';
import { reportTraces, tracesFor } from './trace/report-traces.ts';

export type AskingOptions<Context> = {
  readonly ask: AskSubgraph<Context>;
  /** Everything of a request but query and variables that may change its answer: who asks, and what is passed on. */
  readonly answerKey: (context: Context) => string;
  /** What it knows is not asked for. */
  readonly cache?: AnswerCache<Context> | null;
  /** Aborted when the client goes away. */
  readonly clientGone: (context: Context) => AbortSignal;
  /** Whether whoever asks for it (as Apollo Sandbox does) is shown how an operation is planned. */
  readonly showsPlans?: boolean;
};

type Asked<Context> = {
  compiled: CompiledOperation;
  variables: Readonly<Record<string, unknown>>;
  context: Context;
  traces: FetchTraces | null;
};

/** Executes what Apollo Server has parsed and validated. */
export const createExecutor = <Context>(graphs: ServedGraphs, options: AskingOptions<Context>): GatewayExecutor => {
  const executeAsked = createSharedExecution(options);
  return async (request) => {
    const operation = request.operation as GatewayGraphQLRequestContext['operation'] | undefined;
    if (!operation) return { errors: [unknownOperation(request.request.operationName)] };
    const { operations, apiSchema } = graphs.of(request.schema);
    const variables = request.request.variables ?? {};
    const { errors, coerced } = getVariableValues(apiSchema, operation.variableDefinitions ?? [], variables);
    if (errors) return { errors };
    const known = operations.get(askOperation({ ...request, operation }, coerced));
    const compiled = known instanceof Promise ? await inChildSpan('graphql.plan', {}, () => known) : known;
    const context = request.context as Context;
    const traces = tracesFor(request.metrics);
    const { answer, traced } = await executeAsked({ compiled, variables, context, traces });
    if (traced !== null) reportTraces(request.metrics, traced);
    const isShown = options.showsPlans === true && request.request.http?.headers.has('apollo-query-plan-experimental');
    return isShown ? { ...answer, extensions: await planExtension(compiled) } : answer;
  };
};

/** Under the name and in the form that Apollo Sandbox reads. */
const planExtension = async ({ apolloPlan }: CompiledOperation): Promise<Record<string, unknown>> => {
  const { prettyFormatQueryPlan } = await import('@apollo/query-planner');
  return { __queryPlanExperimental: apolloPlan.node ? prettyFormatQueryPlan(apolloPlan) : true };
};

const unknownOperation = (name: string | undefined): GraphQLError =>
  new GraphQLError(name ? `Unknown operation named "${name}".` : 'Must provide an operation.');

/** Runs operations so that equal ones that are under way at once are one, and so are their requests to subgraphs. */
const createSharedExecution = <Context>(options: AskingOptions<Context>) => {
  const answers = new InFlight<Executed>();
  const replies = new SharedReplies();
  const numbers = new WeakMap<CompiledOperation, number>();
  let lastNumber = 0;
  // What was begun before a mutation was answered may not know of it: whoever asks after that must not be given it.
  let mutationsAnswered = 0;

  const numberOf = (compiled: CompiledOperation): number => {
    const known = numbers.get(compiled);
    if (known !== undefined) return known;
    lastNumber += 1;
    numbers.set(compiled, lastNumber);
    return lastNumber;
  };
  const mutate = async ({ compiled, variables, context, traces }: Asked<Context>): Promise<Executed> => {
    const signal = options.clientGone(context);
    const ask = (request: SubgraphRequest) => options.ask(request, { context, signal });
    try {
      return await executeOperation(compiled, { variables, ask, traces });
    } finally {
      mutationsAnswered += 1;
      await options.cache?.mutated(context);
    }
  };
  const query = (asked: Asked<Context>): Promise<Executed> | Executed => {
    const { compiled, variables, context, traces } = asked;
    const cache = options.cache?.forQuery(context, compiled.graph.supergraphSdl) ?? null;
    const operation = operationKey(numberOf(compiled), asked);
    // Whoever wants to know how long everything took wants it done.
    const kept = traces === null ? cache?.answerTo(operation) : undefined;
    if (kept !== undefined) return { answer: { data: answerBody(kept) }, traced: null };
    // What is traced joins only what is traced, and reports the same traces.
    const asker = `${mutationsAnswered} ${traces === null ? '' : 'traced '}${options.answerKey(context)}`;
    return answers.join(`${operation} ${asker}`, options.clientGone(context), async (allGone) => {
      const ask = (request: SubgraphRequest) => {
        const scope = `${request.subgraph} ${options.cache?.generation() ?? 0} ${asker}`;
        const start = () => options.ask(request, { context, signal: allGone });
        return replies.join({ scope, body: request.body }, allGone, start);
      };
      const executed = await executeOperation(compiled, { variables, ask, cache, traces });
      const { data, errors } = executed.answer;
      if (data && !errors?.length) cache?.keepAnswer(operation, () => bodyOfAnswer(data));
      return executed;
    });
  };
  return (asked: Asked<Context>): Promise<Executed> | Executed =>
    asked.compiled.operation.operation === 'mutation' ? mutate(asked) : query(asked);
};

/** Only what the operation declares can change its answer: whatever else a client sends along makes it no other one. */
const operationKey = <Context>(number: number, { compiled, variables }: Asked<Context>): string => {
  const declared = compiled.operation.variableDefinitions ?? [];
  const given = declared.map(({ variable: { name } }) =>
    Object.hasOwn(variables, name.value) ? [variables[name.value]] : [],
  );
  return `${number} ${JSON.stringify(given)}`;
};
