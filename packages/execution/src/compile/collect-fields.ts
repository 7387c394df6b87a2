import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { responseNameOfField } from '../response-names.ts';
import { type Conditions, isIncluded } from './conditions.ts';

/** Response name -> the fields that stand behind it, in the order of the specification's CollectFields. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

export type Collecting = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
  /** The type of the objects they are collected for. */
  readonly type: GraphQLCompositeType;
  readonly sets: readonly SelectionSetNode[];
};

/** https://spec.graphql.org/September2025/#CollectFields() */
export const collectFields = (collecting: Collecting): CollectedFields => {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = (selection: SelectionNode): void => {
    if (!isIncluded(selection.directives ?? [], collecting.conditions)) return;
    if (selection.kind === Kind.FIELD) {
      const name = responseNameOfField(selection);
      const present = collected.get(name) ?? [];
      present.push(selection);
      collected.set(name, present);
      return;
    }
    const fragment = fragmentOf(selection, collecting, visited);
    if (!fragment || !applies(fragment.typeCondition?.name.value, collecting)) return;
    for (const inner of fragment.selectionSet.selections) visit(inner);
  };
  for (const set of collecting.sets) for (const selection of set.selections) visit(selection);
  return collected;
};

/** Undefined for a fragment that was spread already: it adds nothing. */
const fragmentOf = (
  selection: Exclude<SelectionNode, FieldNode>,
  { fragments }: Collecting,
  visited: Set<string>,
): InlineFragmentNode | FragmentDefinitionNode | undefined => {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const name = selection.name.value;
  if (visited.has(name)) return undefined;
  visited.add(name);
  return fragments.get(name);
};

const applies = (condition: string | undefined, { schema, type }: Collecting): boolean => {
  if (condition === undefined || condition === type.name) return true;
  const wanted = typeFromAST(schema, { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } });
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
};
