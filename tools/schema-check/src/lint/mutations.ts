import type { FieldDefinitionNode, InputObjectTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import type { SubgraphFile } from '../graph/graph-state.ts';
import {
  fieldNamed,
  type GraphModel,
  isInput,
  isInterface,
  isNullable,
  isObject,
  namedTypeOf,
  type TypeIn,
  typeText,
} from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';
import { says } from './said-above.ts';

/** Every mutation is asked and answered in one form. */
export const mutations: LintRule = {
  code: 'MUTATION_SHAPE',
  holds:
    'a mutation takes one `input: <Name>Input!` and returns a `<Name>Payload!` with `userErrors: [UserError!]!`, beside which everything may be null; one that has nothing to be told says `# no input: <why>`',
  cure: 'Take createCart as the model (subgraphs/order/schema.graphql).',
  look: (graph) =>
    graph.types
      .filter(isObject)
      .filter(({ node }) => node.name.value === 'Mutation')
      .flatMap((type) => (type.node.fields ?? []).flatMap((field) => checkMutation(graph, type, field))),
};

const checkMutation = (graph: GraphModel, { subgraph }: TypeIn, field: FieldDefinitionNode): Complaint[] => {
  const at = field.name;
  const pascal = at.value.charAt(0).toUpperCase() + at.value.slice(1);
  const takes = (field.arguments ?? []).map(({ name, type }) => `${name.value}: ${typeText(type)}`).join(', ');
  const wrong: string[] = [];
  const hasNothingToSay = takes === '' && says(field, 'no input');
  if (!hasNothingToSay && takes !== `input: ${pascal}Input!`)
    wrong.push(`takes (${takes}), not (input: ${pascal}Input!)`);
  if (typeText(field.type) !== `${pascal}Payload!`)
    wrong.push(`returns ${typeText(field.type)}, not ${pascal}Payload!`);
  return [
    ...wrong.map((what) => ({ subgraph, at, message: `Mutation.${at.value} ${what}` })),
    ...graph.types
      .filter(isObject)
      .filter((type) => isPayloadOf(type, subgraph, field))
      .flatMap(checkPayload),
  ];
};

const isPayloadOf = (type: TypeIn, subgraph: SubgraphFile, field: FieldDefinitionNode): boolean => {
  const name = type.node.name.value;
  return type.subgraph === subgraph && name === namedTypeOf(field.type) && name.endsWith('Payload');
};

const checkPayload = ({ subgraph, node }: TypeIn<ObjectTypeDefinitionNode>): Complaint[] => {
  const userErrors = fieldNamed(node, 'userErrors');
  const name = node.name.value;
  if (userErrors === undefined || typeText(userErrors.type) !== '[UserError!]!') {
    return [{ subgraph, at: userErrors?.name ?? node.name, message: `${name} has no userErrors: [UserError!]!` }];
  }
  return (node.fields ?? [])
    .filter((field) => field !== userErrors && !isNullable(field.type))
    .map(({ name: at }) => ({
      subgraph,
      at,
      message: `${name}.${at.value} may not be null, but there is nothing to return when the mutation is refused`,
    }));
};

/** Expected refusals have one shape. */
export const userErrors: LintRule = {
  code: 'USER_ERROR_SHAPE',
  holds:
    'UserError and what implements it have `code: ErrorCode!`, `message: String!`, `path: [String!]`, and are called ...Error',
  cure: 'Take IdempotencyKeyReusedError as the model (subgraphs/order/schema.graphql).',
  look: ({ types }) =>
    types.flatMap((type) => {
      if (isInterface(type) && type.node.name.value === 'UserError') return checkUserError(type);
      const isOne = isObject(type) && type.node.interfaces?.some(({ name }) => name.value === 'UserError');
      return isOne ? checkUserError(type) : [];
    }),
};

const errorFields = { code: 'ErrorCode!', message: 'String!', path: '[String!]' };

const checkUserError = ({
  subgraph,
  node,
}: TypeIn & { node: { fields?: readonly FieldDefinitionNode[] } }): Complaint[] => {
  const at = node.name;
  const wrong = Object.entries(errorFields).filter(([name, type]) => {
    const field = fieldNamed(node, name);
    return field === undefined || typeText(field.type) !== type;
  });
  return [
    ...wrong.map(([name, type]) => ({ subgraph, at, message: `${at.value} has no ${name}: ${type}` })),
    ...(at.value.endsWith('Error') ? [] : [{ subgraph, at, message: `${at.value} is an error, but not called one` }]),
  ];
};

/** Where money, stock or an order moves, asking twice must not do it twice. */
export const idempotency: LintRule = {
  code: 'IDEMPOTENCY_KEY_MISSING',
  holds: 'the input of a mutation that carries money or a payment method has `idempotencyKey: ID!`',
  cure: 'Add idempotencyKey: ID! to the input, and run the use case in `idempotent`.',
  look: ({ types }) =>
    types
      .filter(isInput)
      .filter(({ node }) => movesMoney(node) && keyTypeOf(node) !== 'ID!')
      .map(({ subgraph, node }) => ({
        subgraph,
        at: node.name,
        message: `${node.name.value} moves money, but has no idempotencyKey: ID!`,
      })),
};

const movesMoney = ({ fields = [] }: InputObjectTypeDefinitionNode): boolean =>
  fields.some(
    ({ name }) =>
      name.value === 'paymentMethodToken' || name.value === 'expectedTotal' || name.value === 'refundAmount',
  );

const keyTypeOf = ({ fields = [] }: InputObjectTypeDefinitionNode): string | null => {
  const key = fields.find(({ name }) => name.value === 'idempotencyKey');
  return key === undefined ? null : typeText(key.type);
};
