import { representationsVariable } from '../compile/combine-fetches.ts';
import type { SubgraphRequest } from '../subgraph-request.ts';
import type { Execution, SentFetch } from './execution.ts';

/** The request of one fetch, or the one of several to the same subgraph. */
export const requestFor = (execution: Execution, fetches: readonly SentFetch[]): SubgraphRequest => {
  const [first] = fetches;
  if (!first) throw new Error('a request is for at least one fetch');
  const { step } = first;
  const question = fetches.length === 1 ? step : execution.combine(fetches.map((fetch) => fetch.step));
  const parts = clientVariables(execution, question.variables);
  for (const [index, fetch] of fetches.entries()) {
    if (!fetch.step.represent) continue;
    const name = fetches.length === 1 ? 'representations' : representationsVariable(index);
    parts.push(`"${name}":[${fetch.targets.representations.join(',')}]`);
  }
  const variables = `{${parts.join(',')}}`;
  return {
    subgraph: step.subgraph,
    query: question.query,
    operationName: question.operationName,
    isMutation: step.isMutation,
    isTraced: execution.traces !== null,
    variables,
    body: `${question.bodyPrefix}${variables}}`,
  };
};

/** Only those that were given: the subgraph's query has the same defaults. */
const clientVariables = ({ variables }: Execution, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`];
  });

/** The variables of the client's that a query uses, as JSON text. */
export const variablesText = (execution: Execution, names: readonly string[]): string =>
  `{${clientVariables(execution, names).join(',')}}`;
