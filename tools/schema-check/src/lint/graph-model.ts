import {
  type ConstDirectiveNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NameNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { GraphState, SubgraphFile } from '../graph/graph-state.ts';

/** A type as one subgraph defines it. */
export interface TypeIn<Node extends TypeDefinitionNode = TypeDefinitionNode> {
  subgraph: SubgraphFile;
  node: Node;
}

export interface GraphModel {
  types: TypeIn[];
  /** Type -> the subgraphs that define it. */
  definedIn: ReadonlyMap<string, ReadonlySet<SubgraphFile>>;
  /** Entity -> the subgraph that owns it; the others only refer to it or add to it. */
  owners: ReadonlyMap<string, string>;
}

const definitions = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
]);

/** The types of all subgraphs, as they are written. */
export const modelOf = ({ subgraphs }: GraphState): GraphModel => {
  const types = subgraphs.flatMap((subgraph) =>
    (subgraph.document?.definitions ?? []).flatMap((node) =>
      definitions.has(node.kind) ? [{ subgraph, node: node as TypeDefinitionNode }] : [],
    ),
  );
  return { types, definedIn: definedIn(types), owners: ownersOf(types.filter(isObject)) };
};

const definedIn = (types: readonly TypeIn[]): Map<string, Set<SubgraphFile>> => {
  const subgraphs = new Map<string, Set<SubgraphFile>>();
  for (const { subgraph, node } of types) {
    const known = subgraphs.get(node.name.value);
    if (known === undefined) subgraphs.set(node.name.value, new Set([subgraph]));
    else known.add(subgraph);
  }
  return subgraphs;
};

/** Who implements Node owns the entity; where nobody does, who knows most of it. */
const ownersOf = (objects: TypeIn<ObjectTypeDefinitionNode>[]): Map<string, string> => {
  const entities = objects.filter(({ node }) => keysOf(node).length > 0);
  const weightOf = ({ node }: TypeIn<ObjectTypeDefinitionNode>): number =>
    (implementsNode(node) ? 1_000_000 : 0) + (isStub(node) ? 0 : 1_000) + (node.fields?.length ?? 0);
  const best = new Map<string, TypeIn<ObjectTypeDefinitionNode>>();
  for (const entity of entities) {
    const known = best.get(entity.node.name.value);
    if (known === undefined || weightOf(entity) > weightOf(known)) best.set(entity.node.name.value, entity);
  }
  return new Map([...best].map(([name, { subgraph }]) => [name, subgraph.name]));
};

export const isObject = (type: TypeIn): type is TypeIn<ObjectTypeDefinitionNode> =>
  type.node.kind === Kind.OBJECT_TYPE_DEFINITION;
export const isInterface = (type: TypeIn): type is TypeIn<InterfaceTypeDefinitionNode> =>
  type.node.kind === Kind.INTERFACE_TYPE_DEFINITION;
export const isInput = (type: TypeIn): type is TypeIn<InputObjectTypeDefinitionNode> =>
  type.node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
export const isEnum = (type: TypeIn): type is TypeIn<EnumTypeDefinitionNode> =>
  type.node.kind === Kind.ENUM_TYPE_DEFINITION;

const rootNames = new Set(['Query', 'Mutation', 'Subscription']);
export const isRoot = ({ name }: { name: NameNode }): boolean => rootNames.has(name.value);

export const directivesOf = (
  node: { directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] =>
  (node.directives ?? []).filter((each) => each.name.value === name || each.name.value === `federation__${name}`);

/** The value of an argument of a directive, as text; null when it is not given. */
export const argumentOf = (directive: ConstDirectiveNode, name: string): string | null => {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  if (value === undefined) return null;
  return 'value' in value ? String(value.value) : null;
};

export const keysOf = (node: ObjectTypeDefinitionNode): string[] =>
  directivesOf(node, 'key').map((key) => argumentOf(key, 'fields') ?? '');

/** A reference to an entity that another subgraph resolves. */
export const isStub = (node: ObjectTypeDefinitionNode): boolean => {
  const keys = directivesOf(node, 'key');
  return keys.length > 0 && keys.every((key) => argumentOf(key, 'resolvable') === 'false');
};

export const implementsNode = (node: ObjectTypeDefinitionNode): boolean =>
  (node.interfaces ?? []).some(({ name }) => name.value === 'Node');

/** The name of the innermost type. */
export const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

/** As it is written: `[Order!]!`. */
export const typeText = (type: TypeNode): string => {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : `${typeText(type.type)}!`;
};

export const fieldNamed = (
  { fields = [] }: { fields?: readonly FieldDefinitionNode[] | undefined },
  name: string,
): FieldDefinitionNode | undefined => fields.find((field) => field.name.value === name);

export const isNullable = (type: TypeNode): boolean => type.kind !== Kind.NON_NULL_TYPE;

/** Whether a null inside stops before it empties what the field stands in: `[Order]!` does, `[Order!]!` does not. */
export const stopsNull = (type: TypeNode): boolean => {
  if (type.kind !== Kind.NON_NULL_TYPE) return true;
  return type.type.kind === Kind.LIST_TYPE && stopsNull(type.type.type);
};
