import { type DocumentNode, type GraphQLSchema, getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

export interface DeprecatedUse {
  coordinate: string;
  reason: string;
}

interface Deprecable {
  deprecationReason?: string | null | undefined;
}

/** The deprecated fields, arguments, input fields and enum values that a document names, each once. */
export const deprecatedUses = (schema: GraphQLSchema, document: DocumentNode): DeprecatedUse[] => {
  const found = new Map<string, string>();
  const note = (coordinate: string, element: Deprecable | null | undefined): void => {
    if (typeof element?.deprecationReason === 'string') found.set(coordinate, element.deprecationReason);
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => note(`${types.getParentType()?.name}.${name.value}`, types.getFieldDef()),
      Argument: ({ name }) =>
        note(`${types.getParentType()?.name}.${types.getFieldDef()?.name}(${name.value}:)`, types.getArgument()),
      ObjectField: ({ name }) => {
        const input = getNamedType(types.getParentInputType());
        if (input && 'getFields' in input) note(`${input.name}.${name.value}`, input.getFields()[name.value]);
      },
      EnumValue: ({ value }) => note(`${getNamedType(types.getInputType())?.name}.${value}`, types.getEnumValue()),
    }),
  );
  return [...found].map(([coordinate, reason]) => ({ coordinate, reason }));
};
