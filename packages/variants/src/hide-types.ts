import type { Subgraph } from '@cartograph/composition';
import { type DocumentNode, isTypeDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';

/** The subgraphs with these types marked `@inaccessible` wherever they are defined. */
export const hideTypes = (subgraphs: Subgraph[], types: string[]): Subgraph[] =>
  subgraphs.map((subgraph) => ({ ...subgraph, typeDefs: hideIn(subgraph.typeDefs, new Set(types)) }));

const hideIn = (document: DocumentNode, types: ReadonlySet<string>): DocumentNode => {
  const directive = inaccessibleName(document);
  const hide = (definition: TypeDefinitionNode): TypeDefinitionNode => ({
    ...definition,
    directives: [
      ...(definition.directives ?? []),
      { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: directive }, arguments: [] },
    ],
  });
  const definitions = document.definitions.map((definition) => {
    if (!isTypeDefinitionNode(definition) || !types.has(definition.name.value)) return definition;
    return definition.directives?.some(({ name }) => name.value === directive) ? definition : hide(definition);
  });
  return { ...document, definitions };
};

/** A directive of federation that a schema does not import goes by its long name. */
const inaccessibleName = (document: DocumentNode): string =>
  document.definitions.some(
    (definition) =>
      (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.SCHEMA_DEFINITION) &&
      (definition.directives ?? []).some(
        ({ name, arguments: given }) =>
          name.value === 'link' &&
          (given ?? []).some(
            ({ value }) =>
              value.kind === Kind.LIST &&
              value.values.some((each) => each.kind === Kind.STRING && each.value === '@inaccessible'),
          ),
      ),
  )
    ? 'inaccessible'
    : 'federation__inaccessible';
