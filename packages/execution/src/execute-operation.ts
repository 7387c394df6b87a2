import type { GraphQLError } from 'graphql';
import { answerText } from './answer/answer-text.ts';
import { introspection } from './answer/introspection.ts';
import { writeAnswer } from './answer/write-answer.ts';
import type { CompiledOperation } from './compile/compile-operation.ts';
import type { Execution } from './run/execution.ts';
import { runPlan } from './run/run-plan.ts';

export type Answer = { data?: Record<string, unknown> | null; errors?: readonly GraphQLError[] };

type Running = { variables: Readonly<Record<string, unknown>>; ask: Execution['ask']; cache?: Execution['cache'] };

/**
 * Runs an operation that was validated and compiled, with variables that are fit for it. Its `data` is an answer text: JSON that is already written. Never
 * rejects for what a subgraph does.
 */
export const executeOperation = async (
  compiled: CompiledOperation,
  { variables, ask, cache = null }: Running,
): Promise<Answer> => {
  const execution: Execution = {
    ask,
    cache,
    isOfType: compiled.graph.isOfType,
    combine: compiled.combine,
    variables,
    data: {},
    errors: [],
    failures: [],
    shared: new Set(),
    waiting: [],
  };
  if (compiled.plan) await runPlan(execution, compiled.plan);
  const { data, errors } = writeAnswer({
    execution,
    root: compiled.root,
    introspect: introspection(compiled, variables),
  });
  return { ...(errors.length > 0 && { errors }), data: data === null ? null : answerText(data) };
};
