import { type GraphQLError, getVariableValues } from 'graphql';
import { answerText } from './answer/answer-text.ts';
import { introspection } from './answer/introspection.ts';
import { writeAnswer } from './answer/write-answer.ts';
import type { CompiledOperation } from './compile/compile-operation.ts';
import type { Execution } from './run/execution.ts';
import { runPlan } from './run/run-plan.ts';

export type Answer = { data?: Record<string, unknown> | null; errors?: readonly GraphQLError[] };

type Running = { variables: Readonly<Record<string, unknown>>; ask: Execution['ask'] };

/**
 * Runs an operation that was validated and compiled. Its `data` is an answer text: JSON that is already written. Never
 * rejects for what a subgraph does.
 */
export const executeOperation = async (compiled: CompiledOperation, { variables, ask }: Running): Promise<Answer> => {
  const { graph, operation } = compiled;
  const coerced = getVariableValues(graph.apiSchema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors) return { errors: coerced.errors };
  const conditions = new Map(compiled.conditionNames.map((name) => [name, coerced.coerced[name] === true]));
  const execution: Execution = {
    ask,
    isOfType: graph.isOfType,
    combine: compiled.combine,
    variables,
    conditions,
    data: {},
    errors: [],
    failures: [],
    shared: new Set(),
    underWay: new Map(),
    waiting: [],
  };
  if (compiled.plan) await runPlan(execution, compiled.plan);
  const { data, errors } = writeAnswer({
    execution,
    root: compiled.root(conditions),
    introspect: introspection(compiled, variables),
  });
  return { ...(errors.length > 0 && { errors }), data: data === null ? null : answerText(data) };
};
