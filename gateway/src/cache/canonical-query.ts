import { createHash } from 'node:crypto';
import {
  type ArgumentNode,
  type ASTNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** What a fetch asks, in a form that all operations that ask the same have in common. */
export type CanonicalQuery = {
  /** The same for the same selection, whatever the operation, its variables and the order of its fields are called. */
  readonly hash: string;
  /** The query's own variables, in the order in which the canonical form speaks of them. */
  readonly variables: readonly string[];
};

export const operationIn = (query: string): OperationDefinitionNode => {
  const { definitions } = parse(query, { noLocation: true });
  const [operation] = definitions;
  if (definitions.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION) {
    throw new Error('a fetch of a plan is one operation without fragments');
  }
  return operation;
};

/**
 * Response names stay as they are: an answer is kept under them. The order of fields does not, as the gateway writes its
 * answers in the order of the client's operation.
 */
export const canonicalQuery = (operation: OperationDefinitionNode): CanonicalQuery => {
  const sorted = visit(operation, { SelectionSet: { leave: sortSelections }, Field: { leave: sortArguments } });
  const variables = variablesIn(sorted);
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    variables.includes(variable.name.value),
  );
  const nameOf = new Map(variables.map((name, index) => [name, `v${index}`]));
  const { name: _, ...unnamed } = sorted;
  const renamed: OperationDefinitionNode = visit(
    { ...unnamed, variableDefinitions: definitions },
    { Variable: (node) => ({ ...node, name: { kind: Kind.NAME, value: nameOf.get(node.name.value) ?? '' } }) },
  );
  const text = stripIgnoredCharacters(print(withSortedDefinitions(renamed)));
  return {
    hash: createHash('sha256').update(text).digest('base64url'),
    variables: variables.filter((name) => name !== 'representations'),
  };
};

const sortSelections = (node: SelectionSetNode): SelectionSetNode => ({
  ...node,
  selections: sortedBy(node.selections, (selection) => print(withoutVariableNames(selection))),
});

const sortArguments = <Node extends { arguments?: readonly ArgumentNode[] | undefined }>(node: Node): Node => ({
  ...node,
  arguments: sortedBy(node.arguments ?? [], ({ name }) => name.value),
});

/** By code units, and with the order kept among equals. */
const sortedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ item }) => item);

const withoutVariableNames = <Node extends ASTNode>(node: Node): Node =>
  visit(node, { Variable: (variable) => ({ ...variable, name: { kind: Kind.NAME, value: 'v' } }) });

/** In the order of their first use. */
const variablesIn = (operation: OperationDefinitionNode): string[] => {
  const names = new Set<string>();
  visit(operation.selectionSet, { Variable: ({ name }) => void names.add(name.value) });
  return [...names];
};

const withSortedDefinitions = (operation: OperationDefinitionNode): OperationDefinitionNode => ({
  ...operation,
  variableDefinitions: sortedBy(operation.variableDefinitions ?? [], ({ variable }) => variable.name.value),
});
