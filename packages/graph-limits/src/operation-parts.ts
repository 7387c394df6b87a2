import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { CostModel } from './cost-model.ts';
import type { Variables } from './page-size.ts';

/** Which of a document's operations, and what it is sent with; nothing of both before anybody sends it. */
export interface SentOperation {
  operationName?: string | null | undefined;
  variables?: Variables | null | undefined;
  /** What the schema's parts weigh; without it each object is 1. */
  costs?: CostModel;
}

export interface OperationParts {
  readonly rootName: string;
  readonly selections: SelectionSetNode;
  readonly fragments: ReadonlyMap<string, SelectionSetNode>;
  /** What is sent, else the variable's default. */
  readonly variables: Variables;
  readonly typeConditions: ReadonlyMap<string, string>;
}

/** What a walk through an operation needs. Throws where there is no such operation. */
export const operationParts = (
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables }: SentOperation,
): OperationParts => {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) throw new Error('The document has no operation, or several.');
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) throw new Error(`The schema has no ${operation.operation}.`);
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    rootName: root.name,
    selections: operation.selectionSet,
    fragments: new Map(fragments.map(({ name, selectionSet }) => [name.value, selectionSet])),
    typeConditions: new Map(fragments.map(({ name, typeCondition }) => [name.value, typeCondition.name.value])),
    variables: { ...defaultsOf(operation), ...variables },
  };
};

const defaultsOf = ({ variableDefinitions }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

export const fieldOf = (
  schema: GraphQLSchema,
  typeName: string,
  name: string,
): GraphQLField<unknown, unknown> | null => {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? null) : null;
};

/** Whether `@skip` or `@include` leaves it out; not where that hangs on a variable of which nothing is known yet. */
export const isLeftOut = ({ directives = [] }: SelectionNode, variables: Variables): boolean =>
  directives.some(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const condition = given.find((argument) => argument.name.value === 'if')?.value;
    return condition !== undefined && valueFromASTUntyped(condition, variables) === (name.value === 'skip');
  });

export const argumentsOf = (node: FieldNode, variables: Variables): Record<string, unknown> =>
  Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
