import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

/** What the Boolean variables that @skip and @include look at are in a request. */
export type Conditions = ReadonlyMap<string, boolean>;

const namesOf = new WeakMap<DocumentNode, readonly string[]>();

/** The variables of a document that decide what is asked for. */
export const conditionNames = (document: DocumentNode): readonly string[] => {
  const known = namesOf.get(document);
  if (known) return known;
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const value = isCondition(directive) ? conditionValue(directive) : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  namesOf.set(document, [...names]);
  return [...names];
};

/** Whether a selection with these directives is asked for. */
export const isIncluded = (directives: readonly DirectiveNode[], conditions: Conditions): boolean =>
  directives.every((directive) => {
    if (!isCondition(directive)) return true;
    const value = conditionValue(directive);
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions.get(value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return holds === (directive.name.value === 'include');
  });

/**
 * A document without what its conditions exclude. It is planned like that, as a plan with conditions in it may need a
 * field for something that is not asked for, and then not get it for what is.
 */
export const withoutExcluded = (document: DocumentNode, conditions: Conditions): DocumentNode =>
  visit(document, {
    SelectionSet: (set) => {
      const selections = set.selections.flatMap((selection) => included(selection, conditions));
      return { ...set, selections: selections.length > 0 ? selections : [typename] } satisfies SelectionSetNode;
    },
  });

const included = (selection: SelectionNode, conditions: Conditions): SelectionNode[] => {
  const directives = selection.directives ?? [];
  if (!isIncluded(directives, conditions)) return [];
  return [{ ...selection, directives: directives.filter((directive) => !isCondition(directive)) }];
};

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

const conditionValue = ({ arguments: given }: DirectiveNode) => given?.find(({ name }) => name.value === 'if')?.value;
