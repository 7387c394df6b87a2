import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { AskedOperation } from '../compile/compile-operation.ts';
import { conditionNames } from '../compile/conditions.ts';

type Validated = {
  /** The hash of the document's text, as Apollo Server makes it. */
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

/** An operation as it is asked with these variables, coerced: what differs in its conditions is another one. */
export const askOperation = (
  { queryHash, document, operation }: Validated,
  coerced: Readonly<Record<string, unknown>>,
): AskedOperation => {
  const name = operation.name?.value ?? '';
  const names = conditionNames(document);
  if (names.length === 0) return { key: `${queryHash} ${name}`, document, operation, conditions: none };
  const conditions = new Map(names.map((variable) => [variable, coerced[variable] === true]));
  const decided = [...conditions.values()].map(Number).join('');
  return { key: `${queryHash} ${name} ${decided}`, document, operation, conditions };
};

const none: AskedOperation['conditions'] = new Map();
