import type { GraphQLError } from 'graphql';
import { answerText } from './answer/answer-text.ts';
import { introspection } from './answer/introspection.ts';
import { writeAnswer } from './answer/write-answer.ts';
import type { CompiledOperation } from './compile/compile-operation.ts';
import type { Execution } from './run/execution.ts';
import { runPlan } from './run/run-plan.ts';
import type { FetchTraces } from './trace/fetch-traces.ts';
import { type TracedPlan, tracedPlan } from './trace/plan-trace.ts';

export type Answer = { data?: Record<string, unknown> | null; errors?: readonly GraphQLError[] };
/** The answer, and where that was asked for how it came about. Whoever shares it shares both. */
export type Executed = { answer: Answer; traced: TracedPlan | null };

type Running = {
  variables: Readonly<Record<string, unknown>>;
  ask: Execution['ask'];
  cache?: Execution['cache'];
  traces: FetchTraces | null;
};

/**
 * Runs an operation that was validated and compiled, with variables that are fit for it. Its `data` is an answer text: JSON that is already written. Never
 * rejects for what a subgraph does.
 */
export const executeOperation = async (compiled: CompiledOperation, running: Running): Promise<Executed> => {
  const { variables, ask, cache = null, traces } = running;
  const execution: Execution = {
    ask,
    cache,
    isOfType: compiled.graph.isOfType,
    combine: compiled.combine,
    variables,
    data: {},
    errors: [],
    failures: [],
    traces,
    shared: new Set(),
    waiting: [],
  };
  if (compiled.plan) await runPlan(execution, compiled.plan);
  const { data, errors } = writeAnswer({
    execution,
    root: compiled.root,
    introspect: introspection(compiled, variables),
  });
  return {
    answer: { ...(errors.length > 0 && { errors }), data: data === null ? null : answerText(data) },
    traced: tracedPlan(compiled.plan, traces),
  };
};
