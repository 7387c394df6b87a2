import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { AskedOperation } from '../compile/compile-operation.ts';
import { askOperation } from './ask-operation.ts';
import { nextTurn } from './definition-texts.ts';
import type { ServedGraph } from './load-graph.ts';

export type WarmUpOperation = { readonly query: string; readonly operationName?: string | undefined };

/**
 * Plans what was asked for last, and what is sure to be asked for, on a graph that does not serve yet. What the new graph
 * no longer takes is left out: its clients are told when they ask. The thread is given back after each one.
 */
export const warmUp = async (
  graph: ServedGraph,
  { recent, known }: { recent: readonly AskedOperation[]; known: readonly WarmUpOperation[] },
): Promise<void> => {
  for (const asked of [...recent, ...known.flatMap(readOperation)]) {
    await nextTurn();
    if (validate(graph.apiSchema, asked.document).length > 0) continue;
    await nextTurn();
    await Promise.resolve(graph.operations.get(asked, 'ahead')).catch(() => undefined);
  }
};

const readOperation = ({ query, operationName }: WarmUpOperation): AskedOperation[] => {
  const document = parseOrNull(query);
  const operations = (document?.definitions ?? []).filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operationName === undefined ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  if (!document || !operation) return [];
  const queryHash = createHash('sha256').update(query).digest('hex');
  return [askOperation({ queryHash, document, operation }, assumedVariables(operation))];
};

/** What a condition will be is not known yet: its default, or that it holds. */
const assumedVariables = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, boolean> =>
  Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : true,
    ]),
  );

const parseOrNull = (query: string): DocumentNode | null => {
  try {
    return parse(query);
  } catch {
    return null;
  }
};
