import type { NameNode, StringValueNode } from 'graphql';
import { type GraphModel, isEnum, isInput, isInterface, isObject, isRoot, keysOf, type TypeIn } from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';

interface Element {
  name: NameNode;
  description?: StringValueNode | undefined;
}

/** Every element that clients see says what it is. */
export const described: LintRule = {
  code: 'NOT_DESCRIBED',
  holds: 'every type, field, argument, input field and enum value has a description',
  cure: 'Say in a sentence above it, in quotes, what it is and what null means.',
  look: (graph) =>
    graph.types.flatMap((type) =>
      elementsOf(graph, type)
        .filter(({ description }) => (description?.value.trim() ?? '') === '')
        .map(({ name }) => ({
          subgraph: type.subgraph,
          at: name,
          message: `${pathOf(type, name)} has no description`,
        })),
    ),
};

const pathOf = ({ node }: TypeIn, name: NameNode): string =>
  node.name === name ? name.value : `${node.name.value}.${name.value}`;

const elementsOf = (graph: GraphModel, type: TypeIn): Element[] => [
  ...(isRoot(type.node) || isForeign(graph, type) ? [] : [type.node]),
  ...membersOf(type),
];

const membersOf = (type: TypeIn): Element[] => {
  if (isEnum(type)) return [...(type.node.values ?? [])];
  if (isInput(type)) return [...(type.node.fields ?? [])];
  if (!isObject(type) && !isInterface(type)) return [];
  return (type.node.fields ?? []).flatMap((field) => [field, ...(field.arguments ?? [])]);
};

const isForeign = ({ owners }: GraphModel, type: TypeIn): boolean =>
  isObject(type) && keysOf(type.node).length > 0 && owners.get(type.node.name.value) !== type.subgraph.name;

/** The owner of an entity describes it: what another subgraph writes may be what clients read. */
export const describedByOwner: LintRule = {
  code: 'DESCRIBED_BY_ANOTHER',
  holds: 'an entity is described by the subgraph that owns it, and by no other',
  cure: 'Leave the description of the type to its owner; a comment (#) may say what it is to this subgraph.',
  look: (graph): Complaint[] =>
    graph.types
      .filter((type) => isForeign(graph, type) && type.node.description !== undefined)
      .map(({ subgraph, node }) => ({
        subgraph,
        at: node.name,
        message: `${node.name.value} is described here, but ${graph.owners.get(node.name.value)} owns it: clients would read one of the two`,
      })),
};
