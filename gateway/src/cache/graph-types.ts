import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';

/** The types of a supergraph, those included that no client sees: fetches speak of these too. */
export type GraphTypes = {
  readonly schema: GraphQLSchema;
  /** Which entities an object of this type may be. */
  readonly entitiesOf: (type: GraphQLNamedType) => readonly string[];
  /** The object types that an object of this type may be of, and the names that its fields go by. */
  readonly namesOf: (type: GraphQLNamedType) => readonly string[];
};

export type Parent = GraphQLObjectType | GraphQLInterfaceType;
export const isParent = (type: unknown): type is Parent => isObjectType(type) || isInterfaceType(type);

export const readGraphTypes = (document: DocumentNode): GraphTypes => {
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const entities = entitiesIn(document);
  const namesOf = (type: GraphQLNamedType) =>
    isAbstractType(type) ? [type.name, ...schema.getPossibleTypes(type).map(({ name }) => name)] : [type.name];
  return { schema, namesOf, entitiesOf: (type) => namesOf(type).filter((name) => entities.has(name)) };
};

/** What has a key in a subgraph. */
const entitiesIn = ({ definitions }: DocumentNode): ReadonlySet<string> => {
  const names = definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return [];
    const isEntity = definition.directives?.some(
      ({ name, arguments: given }) =>
        name.value === 'join__type' && given?.some((argument) => argument.name.value === 'key'),
    );
    return isEntity ? [definition.name.value] : [];
  });
  return new Set(names);
};
