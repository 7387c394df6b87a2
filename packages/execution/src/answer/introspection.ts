import { executeSync, Kind, OperationTypeNode, visit } from 'graphql';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { Introspect } from './write-answer.ts';

/** Answers `__schema` and `__type` from the clients' schema: no subgraph is asked, and nothing inaccessible is told. */
export const introspection =
  ({ graph, operation, fragments }: CompiledOperation, variables: Readonly<Record<string, unknown>>): Introspect =>
  ({ nodes, responseName }) => {
    const used = new Set<string>();
    const collect = { Variable: ({ name }: { name: { value: string } }) => void used.add(name.value) };
    for (const node of [...nodes, ...fragments.values()]) visit(node, collect);
    const { data, errors } = executeSync({
      schema: graph.apiSchema,
      document: {
        kind: Kind.DOCUMENT,
        definitions: [
          {
            kind: Kind.OPERATION_DEFINITION,
            operation: OperationTypeNode.QUERY,
            variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
              used.has(variable.name.value),
            ),
            selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
          },
          ...fragments.values(),
        ],
      },
      variableValues: variables,
    });
    if (errors) throw errors[0] ?? new Error('the schema could not be read');
    return JSON.stringify(data?.[responseName] ?? null);
  };
