import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** A field of a supergraph, with the type that it stands in. */
export type SupergraphField = { readonly type: string; readonly field: FieldDefinitionNode };

export const fieldsOf = ({ definitions }: DocumentNode): readonly SupergraphField[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? (node.fields ?? []).map((field) => ({ type: node.name.value, field }))
      : [],
  );

/** The name of a field's type without lists and exclamation marks. */
export const innerType = ({ type }: FieldDefinitionNode): string => {
  let inner: TypeNode = type;
  while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
  return inner.name.value;
};

/** What a field requires in one subgraph, which is named as in `join__Graph`; null for a directive that says nothing of that. */
export const requirementOf = (directive: ConstDirectiveNode): { graph: string; selection: SelectionSetNode } | null => {
  const value = (name: string) => directive.arguments?.find((argument) => argument.name.value === name)?.value;
  const [requires, graph] = [value('requires'), value('graph')];
  if (directive.name.value !== 'join__field' || requires?.kind !== Kind.STRING || graph?.kind !== Kind.ENUM)
    return null;
  return { graph: graph.value, selection: selectionOf(requires.value) };
};

const selectionOf = (text: string): SelectionSetNode => {
  const [operation] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no selection of fields`);
  return operation.selectionSet;
};

/** The name that a subgraph goes by in plans, by its name in `join__Graph`. */
export const subgraphNames = ({ definitions }: DocumentNode): ReadonlyMap<string, string> =>
  new Map(
    definitions.flatMap((node) => {
      if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') return [];
      return (node.values ?? []).map((value) => {
        const name = value.directives?.[0]?.arguments?.find((argument) => argument.name.value === 'name')?.value;
        return [value.name.value, name?.kind === Kind.STRING ? name.value : value.name.value] as const;
      });
    }),
  );
