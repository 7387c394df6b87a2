import type { DocumentNode, Location, NameNode, TypeDefinitionNode, TypeExtensionNode } from 'graphql';

export interface Position {
  line: number;
  column: number;
}

type TypeNode = TypeDefinitionNode | TypeExtensionNode;
type Named = { name: NameNode };

/**
 * Where each element of a schema stands: `Type`, `Type.field`, `Type.field(argument:)`. A type that is extended stands where
 * it is first named.
 */
export const indexLocations = (document: DocumentNode): Map<string, Position> => {
  const positions = new Map<string, Position>();
  for (const definition of document.definitions) {
    if (!/^(Object|Interface|InputObject|Enum|Union|Scalar)Type(Definition|Extension)$/.test(definition.kind)) continue;
    for (const [coordinate, { name }] of elementsOf(definition as TypeNode)) {
      const position = positionOf(name.loc);
      if (position !== null && !positions.has(coordinate)) positions.set(coordinate, position);
    }
  }
  return positions;
};

const elementsOf = (type: TypeNode): [string, Named][] => {
  const typeName = type.name.value;
  const fields = 'fields' in type ? (type.fields ?? []) : [];
  const values = 'values' in type ? (type.values ?? []) : [];
  const args = fields.flatMap((field) =>
    'arguments' in field
      ? (field.arguments ?? []).map((arg): [string, Named] => [
          `${typeName}.${field.name.value}(${arg.name.value}:)`,
          arg,
        ])
      : [],
  );
  const members = [...fields, ...values].map((each): [string, Named] => [`${typeName}.${each.name.value}`, each]);
  return [[typeName, type], ...members, ...args];
};

export const positionOf = (location: Location | undefined): Position | null =>
  location === undefined ? null : { line: location.startToken.line, column: location.startToken.column };
