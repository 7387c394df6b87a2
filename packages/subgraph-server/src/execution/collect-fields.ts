import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Selecting = {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the variables that `@skip` and `@include` ask for: an operation is compiled for one set of them. */
  readonly conditions: Readonly<Record<string, unknown>>;
};

/** https://spec.graphql.org/September2025/#CollectFields(): what is asked of an object of that type, by the names of the answer. */
export const collectFields = (
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> => {
  const collected = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const visit = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FRAGMENT_SPREAD && spread.has(selection.name.value)) return;
    if (!isIncluded(selection, selecting.conditions)) return;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const same = collected.get(key);
      if (same) same.push(selection);
      else collected.set(key, [selection]);
      return;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) spread.add(selection.name.value);
    const fragment = fragmentOf(selection, selecting);
    if (fragment && applies(fragment, type, selecting)) fragment.selectionSet.selections.forEach(visit);
  };
  for (const set of sets) set.selections.forEach(visit);
  return collected;
};

const fragmentOf = (selection: FragmentSpreadNode | InlineFragmentNode, { fragments }: Selecting) =>
  selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];

const isIncluded = (selection: SelectionNode, conditions: Selecting['conditions']): boolean => {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, conditions)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, conditions)?.['if'] !== false;
};

const applies = (
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLObjectType,
  { schema }: Selecting,
): boolean => {
  if (!typeCondition) return true;
  const wanted = schema.getType(typeCondition.name.value);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
};
