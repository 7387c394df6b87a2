import { type CostModel, measureOperation, type OperationCost } from '@cartograph/graph-limits';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** Of one document; the first one goes for the next. */
const mostKept = 32;
/** Longer variables are seldom sent twice. */
const longestKey = 512;

type Sent = NonNullable<Parameters<typeof measureOperation>[2]> & { readonly costs: CostModel };

/**
 * Measures operations, each once with the same variables: a walk through the document takes a tenth of what the gateway needs
 * for an answer that it has kept. Documents are those of the gateway's own store, and go with it.
 */
export const createCostMeasure = () => {
  const byModel = new WeakMap<CostModel, WeakMap<DocumentNode, Map<string, OperationCost>>>();
  const knownOf = (costs: CostModel, document: DocumentNode): Map<string, OperationCost> => {
    const documents = byModel.get(costs) ?? new WeakMap<DocumentNode, Map<string, OperationCost>>();
    byModel.set(costs, documents);
    const known = documents.get(document) ?? new Map<string, OperationCost>();
    documents.set(document, known);
    return known;
  };
  return (schema: GraphQLSchema, document: DocumentNode, sent: Sent): OperationCost => {
    const key = JSON.stringify([sent.operationName, sent.variables]);
    if (key.length > longestKey) return measureOperation(schema, document, sent);
    const known = knownOf(sent.costs, document);
    const found = known.get(key);
    if (found) return found;
    const measured = measureOperation(schema, document, sent);
    if (known.size >= mostKept) known.delete(known.keys().next().value ?? '');
    known.set(key, measured);
    return measured;
  };
};
