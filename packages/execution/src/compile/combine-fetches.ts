import { type FieldNode, Kind, type OperationDefinitionNode, parse, print, stripIgnoredCharacters } from 'graphql';
import { bodyPrefixOf } from './compile-plan.ts';
import type { FetchStep } from './plan-step.ts';

/** Several fetches of entities from one subgraph as one request; the nth one's entities stand under `entitiesKey(n)`. */
export type CombinedFetch = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly bodyPrefix: string;
  readonly variables: readonly string[];
};

export const entitiesKey = (index: number): string => `_${index}`;
/** Two underscores at the front are nobody's but the system's: a client's variable has no such name. */
export const representationsVariable = (index: number): string => `__${index}`;

/** Combinations differ with what is ready at once; more than this are not worth remembering. */
const maxCombinations = 64;

/** Combines fetches of one plan, and remembers how. */
export const createFetchCombiner = (): ((fetches: readonly FetchStep[]) => CombinedFetch) => {
  const known = new Map<string, CombinedFetch>();
  return (fetches) => {
    const key = fetches.map(({ id }) => id).join();
    const combined = known.get(key) ?? combineFetches(fetches);
    if (known.size < maxCombinations) known.set(key, combined);
    return combined;
  };
};

const combineFetches = (fetches: readonly FetchStep[]): CombinedFetch => {
  const operations = fetches.map(({ query }) => operationOf(query));
  const [first] = operations;
  const variables = new Map<string, string>();
  const fields: string[] = [];
  for (const [index, operation] of operations.entries()) {
    const entities = operation.selectionSet.selections[0] as FieldNode;
    const selection = entities.selectionSet ? print(entities.selectionSet) : '';
    variables.set(representationsVariable(index), `$${representationsVariable(index)}:[_Any!]!`);
    for (const definition of operation.variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      if (name !== 'representations') variables.set(name, print(definition));
    }
    fields.push(`${entitiesKey(index)}:_entities(representations:$${representationsVariable(index)})${selection}`);
  }
  const name = first?.name?.value;
  const directives = (first?.directives ?? []).map((directive) => print(directive)).join(' ');
  const text = `query ${name ?? ''}(${[...variables.values()].join(' ')})${directives}{${fields.join(' ')}}`;
  const query = stripIgnoredCharacters(text);
  return {
    query,
    operationName: name,
    bodyPrefix: bodyPrefixOf(query, name),
    variables: [...new Set(fetches.flatMap((fetch) => fetch.variables))],
  };
};

const operationOf = (query: string): OperationDefinitionNode => {
  const { definitions } = parse(query, { noLocation: true });
  const [operation] = definitions;
  if (definitions.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION) {
    throw new Error('a fetch of a plan is one operation without fragments');
  }
  return operation;
};
