import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { ServedGraph } from './load-graph.ts';
import type { AskedOperation } from './operation-cache.ts';

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
    await Promise.resolve(graph.operations.get(asked)).catch(() => undefined);
  }
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The key of an operation: the hash of its text, which Apollo Server has made already, and which of its operations. */
export const operationKey = (queryHash: string, operation: OperationDefinitionNode): string =>
  `${queryHash} ${operation.name?.value ?? ''}`;

const readOperation = ({ query, operationName }: WarmUpOperation): AskedOperation[] => {
  const document = parseOrNull(query);
  const operations = (document?.definitions ?? []).filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operationName === undefined ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  if (!document || !operation) return [];
  // As Apollo Server hashes it.
  const queryHash = createHash('sha256').update(query).digest('hex');
  return [{ key: operationKey(queryHash, operation), document, operation }];
};

const parseOrNull = (query: string): DocumentNode | null => {
  try {
    return parse(query);
  } catch {
    return null;
  }
};
