import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { operationLimits } from './operation-limits.ts';

export interface OperationMeasure {
  /** The most fields inside fields. */
  depth: number;
  /** How many objects the answer can have: each list and page counts what it can hold, times what is in it. */
  cost: number;
}

interface Walk {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, SelectionSetNode>;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  /** Fragments on the way down: one that contains itself would never end. */
  within: ReadonlySet<string>;
  /** What the page holds whose `edges` or `nodes` come next. */
  pageSize: number | null;
}

/** Which of a document's operations, and what it is sent with; nothing of both before anybody sends it. */
export interface SentOperation {
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Depth and cost of an operation of a valid document. A page size that comes by a variable counts as what is sent, else as
 * the variable's default, else as the largest page there is: what a client may send at worst is what counts.
 */
export const measureOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables }: SentOperation = {},
): OperationMeasure => {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) throw new Error('The document has no operation, or several.');
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) throw new Error(`The schema has no ${operation.operation}.`);
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment.selectionSet]),
  );
  const walk: Walk = { schema, fragments, operation, variables: variables ?? {}, within: new Set(), pageSize: null };
  return measureSelections(root.name, operation.selectionSet, walk);
};

const measureSelections = (typeName: string, { selections }: SelectionSetNode, walk: Walk): OperationMeasure =>
  selections.map((selection) => measureSelection(typeName, selection, walk)).reduce(addUp, nothing);

const measureSelection = (
  typeName: string,
  selection: SelectionSetNode['selections'][number],
  walk: Walk,
): OperationMeasure => {
  if (selection.kind === Kind.FIELD) return measureField(typeName, selection, walk);
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return measureSelections(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, walk);
  }
  const name = selection.name.value;
  const selections = walk.fragments.get(name);
  if (selections === undefined || walk.within.has(name)) return nothing;
  return measureSelections(typeName, selections, { ...walk, within: new Set([...walk.within, name]) });
};

const nothing: OperationMeasure = { depth: 0, cost: 0 };

const addUp = (one: OperationMeasure, other: OperationMeasure): OperationMeasure => ({
  depth: Math.max(one.depth, other.depth),
  cost: one.cost + other.cost,
});

const measureField = (typeName: string, node: FieldNode, walk: Walk): OperationMeasure => {
  const field = fieldOf(walk.schema, typeName, node.name.value);
  // Not known by this type: a fragment on an interface's implementation, judged where its own type is known.
  if (field === null) return { depth: 1, cost: 0 };
  const target = getNamedType(field.type);
  if (isLeafType(target) || node.selectionSet === undefined) return { depth: 1, cost: 0 };
  const isPage = target.name.endsWith('Connection');
  const pageSize = isPage ? pageSizeOf(field, node, walk) : null;
  const inside = measureSelections(target.name, node.selectionSet, { ...walk, pageSize });
  const size = isList(field.type) ? listSizeOf(field, node, walk) : 1;
  return { depth: inside.depth + 1, cost: size * (1 + inside.cost) };
};

const fieldOf = (schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> | null => {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? null) : null;
};

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

const listSizeOf = (field: GraphQLField<unknown, unknown>, node: FieldNode, walk: Walk): number => {
  if (walk.pageSize !== null) return walk.pageSize;
  return givenSize(field, node, walk) ?? operationLimits.assumedListSize;
};

const pageSizeOf = (field: GraphQLField<unknown, unknown>, node: FieldNode, walk: Walk): number =>
  givenSize(field, node, walk) ?? operationLimits.assumedPageSize;

const givenSize = (field: GraphQLField<unknown, unknown>, node: FieldNode, walk: Walk): number | null => {
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => sizeOf(value, walk) ?? operationLimits.maxPageSize);
  if (sizes.length > 0) return Math.min(Math.max(...sizes), operationLimits.maxPageSize);
  const byDefault = field.args.find(({ name }) => name === 'first')?.defaultValue;
  return typeof byDefault === 'number' ? byDefault : null;
};

/** The size that a value says; null for a variable of which nothing is known. */
const sizeOf = (value: ValueNode, { operation, variables }: Walk): number | null => {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return null;
  const sent = variables[value.name.value];
  if (typeof sent === 'number') return Math.max(sent, 0);
  const byDefault = defaultOf(operation, value.name.value);
  return byDefault?.kind === Kind.INT ? Number(byDefault.value) : null;
};

const defaultOf = (operation: OperationDefinitionNode, variable: string) =>
  operation.variableDefinitions?.find(({ variable: { name } }) => name.value === variable)?.defaultValue;
