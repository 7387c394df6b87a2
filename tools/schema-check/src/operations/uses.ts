import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * How an operation uses an element of the schema: it `sends` what its text or its variables name, so that without the
 * element it is refused; it only `reads` an enum value that an answer may hold.
 */
export type Use = 'sends' | 'reads';

/** What an operation uses, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`. */
export const usesOf = (schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, Use> => {
  const uses = new Map<string, Use>();
  const sends = (coordinate: string) => void uses.set(coordinate, 'sends');
  const reads = (coordinate: string) => void (uses.has(coordinate) || uses.set(coordinate, 'reads'));
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        for (const owner of ownersOf(types, schema)) sends(`${owner}.${name.value}`);
        const target = getNamedType(types.getType());
        if (!target) return;
        sends(target.name);
        if (isEnumType(target)) for (const value of target.getValues()) reads(`${target.name}.${value.name}`);
      },
      Argument: ({ name }) => {
        const field = types.getFieldDef()?.name;
        if (field === undefined) return;
        for (const owner of ownersOf(types, schema)) sends(`${owner}.${field}(${name.value}:)`);
      },
      ObjectField: ({ name }) => {
        const input = getNamedType(types.getParentInputType());
        if (input) sends(`${input.name}.${name.value}`);
      },
      EnumValue: ({ value }) => {
        const input = getNamedType(types.getInputType());
        if (input) sends(`${input.name}.${value}`);
      },
      VariableDefinition: ({ type }) => {
        const input = typeFromAST(schema, type);
        if (input) reachInput(input as GraphQLInputType, sends);
      },
      NamedType: ({ name }, _key, parent) => {
        const isCondition = parent !== undefined && 'kind' in parent && parent.kind !== Kind.VARIABLE_DEFINITION;
        if (isCondition) sends(name.value);
      },
    }),
  );
  return uses;
};

/** A field that is asked of an interface is asked of every type that implements it. */
const ownersOf = (types: TypeInfo, schema: GraphQLSchema): string[] => {
  const parent = types.getParentType();
  if (!parent) return [];
  const implementing = isInterfaceType(parent) ? schema.getPossibleTypes(parent) : [];
  return [parent, ...implementing].map(({ name }) => name);
};

/** What a variable holds is not known: every field that it can have counts. */
const reachInput = (type: GraphQLInputType, sends: (coordinate: string) => void, reached = new Set<string>()): void => {
  const input = getNamedType(type);
  if (reached.has(input.name)) return;
  reached.add(input.name);
  sends(input.name);
  if (isEnumType(input)) for (const { name } of input.getValues()) sends(`${input.name}.${name}`);
  if (!isInputObjectType(input)) return;
  for (const field of Object.values(input.getFields())) {
    sends(`${input.name}.${field.name}`);
    reachInput(field.type, sends, reached);
  }
};
