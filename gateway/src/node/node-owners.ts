import {
  type DirectiveNode,
  type EnumTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type ValueNode,
} from 'graphql';

/** The name under which the gateway's own subgraph stands in the supergraph. */
export const nodeSubgraphName = 'node';

/** A type that `node(id:)` can answer with, and the subgraph that knows whether such a thing exists. */
export type NodeOwner = { readonly typeName: string; readonly subgraph: string };

/**
 * Reads from a supergraph which types implement Node, by the prefix of their ids. The owner of a type is the subgraph in
 * which it implements Node, has a resolvable key `id` and the most fields.
 */
export const nodeOwners = (supergraphSdl: string): ReadonlyMap<string, NodeOwner> => {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const graphs = definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const names = new Map((graphs?.values ?? []).map((value) => [value.name.value, nameOfGraph(value.directives ?? [])]));
  const nodeGraph = [...names].find(([, name]) => name === nodeSubgraphName)?.[0];
  const types = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const owners = types.flatMap((type): [string, NodeOwner][] => {
    const graphsOfType = graphsWhereNode(type);
    if (nodeGraph === undefined || !graphsOfType.includes(nodeGraph)) return [];
    const owner = graphsOfType.filter((graph) => resolvesById(type, graph)).sort(byFieldCount(type))[0];
    const subgraph = owner === undefined ? undefined : names.get(owner);
    return subgraph === undefined ? [] : [[idPrefixOfType(type.name.value), { typeName: type.name.value, subgraph }]];
  });
  return new Map(owners);
};

const irregularPrefixes: Readonly<Record<string, string>> = {
  ProductVariant: 'variant',
  OrderLine: 'line',
  PaymentTransaction: 'transaction',
};

/** The prefix that ids of a type carry: its name in lower case, but for a few. */
export const idPrefixOfType = (typeName: string): string => irregularPrefixes[typeName] ?? typeName.toLowerCase();

const nameOfGraph = (directives: readonly DirectiveNode[]): string =>
  directives.flatMap((directive) =>
    directive.name.value === 'join__graph' ? [textArgument(directive, 'name')] : [],
  )[0] ?? '';

const graphsWhereNode = (type: ObjectTypeDefinitionNode): string[] =>
  directivesOf(type, 'join__implements')
    .filter((directive) => textArgument(directive, 'interface') === 'Node')
    .map((directive) => textArgument(directive, 'graph'));

const resolvesById = (type: ObjectTypeDefinitionNode, graph: string): boolean =>
  directivesOf(type, 'join__type').some(
    (directive) =>
      textArgument(directive, 'graph') === graph &&
      textArgument(directive, 'key') === 'id' &&
      textArgument(directive, 'resolvable') !== 'false',
  );

const byFieldCount = (type: ObjectTypeDefinitionNode) => {
  const count = (graph: string) =>
    (type.fields ?? []).filter((field) =>
      directivesOf(field, 'join__field').some((directive) => textArgument(directive, 'graph') === graph),
    ).length;
  return (a: string, b: string) => count(b) - count(a) || a.localeCompare(b);
};

const directivesOf = (
  node: { readonly directives?: readonly DirectiveNode[] | undefined },
  name: string,
): DirectiveNode[] => (node.directives ?? []).filter((directive) => directive.name.value === name);

const textArgument = (directive: DirectiveNode, name: string): string => {
  const value: ValueNode | undefined = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined || !('value' in value)) return '';
  return String(value.value);
};
