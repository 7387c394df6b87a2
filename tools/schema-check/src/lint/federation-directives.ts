import type { DirectiveNode, ObjectTypeDefinitionNode } from 'graphql';
import { directivesOf, type GraphModel, isObject, keysOf, type TypeIn } from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';
import { says } from './said-above.ts';

type ObjectIn = TypeIn<ObjectTypeDefinitionNode>;

/** Who answers for a field is told apart from who may also answer. */
export const shareable: LintRule = {
  code: 'SHAREABLE_NOT_JUSTIFIED',
  holds:
    '@shareable stands on value types that several subgraphs have; anywhere else a comment `# shareable: <why>` says why',
  cure: 'Remove @shareable, or say above it in a comment `# shareable: <why all subgraphs answer alike>`.',
  look: (graph) => graph.types.filter(isObject).flatMap((type) => checkShareable(graph, type)),
};

const checkShareable = (graph: GraphModel, type: ObjectIn): Complaint[] => {
  const { subgraph, node } = type;
  const isValue = keysOf(node).length === 0;
  const isShared = (graph.definedIn.get(node.name.value)?.size ?? 0) > 1;
  const onType = directivesOf(node, 'shareable').filter(() => !isValue || !isShared);
  const found =
    onType.length > 0 && !says(node, 'shareable')
      ? [{ subgraph, at: node.name, message: reasonOf(node.name.value, isValue) }]
      : [];
  const onFields = (node.fields ?? [])
    .filter((field) => directivesOf(field, 'shareable').length > 0 && !says(field, 'shareable'))
    .map(({ name: at }) => ({
      subgraph,
      at,
      message: `${node.name.value}.${at.value} is @shareable without a reason`,
    }));
  return [...found, ...onFields];
};

const reasonOf = (name: string, isValue: boolean): string =>
  isValue
    ? `${name} is @shareable, but no other subgraph has it`
    : `${name} is @shareable, but an entity: one subgraph owns it`;

/** A field that moves says from where and why, so that somebody ends the move. */
export const override: LintRule = {
  code: 'OVERRIDE_NOT_JUSTIFIED',
  holds: '@override has a comment `# override: <why, and until when>`',
  cure: 'Say above the field in a comment `# override: <why, and when it goes>`; remove it when the old subgraph no longer has the field.',
  look: (graph) =>
    graph.types.filter(isObject).flatMap(({ subgraph, node }) =>
      (node.fields ?? [])
        .filter((field) => directivesOf(field, 'override').length > 0 && !says(field, 'override'))
        .map(({ name: at }) => ({
          subgraph,
          at,
          message: `${node.name.value}.${at.value} has @override without a reason`,
        })),
    ),
};

/** What is deprecated says what to use instead. */
export const deprecations: LintRule = {
  code: 'DEPRECATION_WITHOUT_REASON',
  holds: '@deprecated says what to use instead',
  cure: 'Write @deprecated(reason: "Use ... instead.").',
  look: ({ types }) =>
    types.filter(isObject).flatMap(({ subgraph, node }) =>
      (node.fields ?? [])
        .flatMap((field) => [field, ...(field.arguments ?? [])])
        .filter((element) => directivesOf(element, 'deprecated').some(hasNoReason))
        .map(({ name: at }) => ({
          subgraph,
          at,
          message: `${node.name.value}.${at.value} is deprecated without a reason`,
        })),
    ),
};

const hasNoReason = ({ arguments: given = [] }: DirectiveNode): boolean =>
  !given.some(
    ({ name, value }) => name.value === 'reason' && 'value' in value && String(value.value).trim().length > 5,
  );
