import { type DefinitionNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';
import { placeholderUrl, type Subgraph } from './subgraph-source.ts';

/** The name under which the in-process subgraph of `node(id:)` stands in the supergraph. */
export const nodeSubgraphName = 'node';

/**
 * The subgraph that answers Relay's `node(id:)` and `nodes(ids:)` with a stub of the right type; the type's owner then
 * resolves its fields and judges who may see them. `null` when no subgraph has a type that implements Node.
 *
 * The four subgraphs cannot share such a field: composition refuses one whose runtime types differ between them.
 */
export const nodeSubgraph = (subgraphs: Subgraph[]): Subgraph | null => {
  const types = nodeTypes(subgraphs);
  if (types.length === 0) return null;
  return { name: nodeSubgraphName, url: placeholderUrl(nodeSubgraphName), typeDefs: parse(nodeSdl(types)) };
};

const nodeTypes = (subgraphs: Subgraph[]): string[] => {
  const names = subgraphs.flatMap(({ typeDefs }) =>
    typeDefs.definitions.filter(implementsNode).map(({ name }) => name.value),
  );
  return [...new Set(names)].sort();
};

const implementsNode = (definition: DefinitionNode): definition is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
  (definition.interfaces ?? []).some(({ name }) => name.value === 'Node');

const nodeSdl = (types: string[]): string => `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])

"An object with a globally unique id."
interface Node {
  "The globally unique id; its prefix tells the type."
  id: ID!
}

type Query {
  "The object with this id; null when there is none or the viewer may not see it."
  node("The object's id." id: ID!): Node
  "The objects with these ids, in the same order; null in the place of one that does not exist or may not be seen."
  nodes("The objects' ids." ids: [ID!]!): [Node]!
}
${types.map((type) => `\ntype ${type} implements Node @key(fields: "id", resolvable: false) {\n  id: ID!\n}\n`).join('')}`;
