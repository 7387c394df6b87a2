import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { isInput, isInterface, isObject, namedTypeOf, type TypeIn } from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';

const amountName =
  /(^|[a-z])(amount|price|total|subtotal|cost|fee|balance|discount|tax|shipping)(Amount|Minor|Cents)?$/i;
const numbers = new Set(['Int', 'Float', 'Decimal', 'BigInt', 'String']);
const moneyTypes = new Set(['Money', 'MoneyInput']);

/** An amount without its currency is wrong in every currency but one. */
export const money: LintRule = {
  code: 'MONEY_AS_NUMBER',
  holds: 'amounts are Money (MoneyInput as input), never numbers; nothing is a Float',
  cure: 'Give it the type Money, or MoneyInput; a quantity that is no money needs another name. For other fractions take Decimal.',
  look: ({ types }) =>
    types.flatMap((type) => {
      if (moneyTypes.has(type.node.name.value)) return [];
      return fieldsOf(type).flatMap((field) => judge(type, field));
    }),
};

type Field = FieldDefinitionNode | InputValueDefinitionNode;

const fieldsOf = (type: TypeIn): Field[] => {
  if (isInput(type)) return [...(type.node.fields ?? [])];
  if (!isObject(type) && !isInterface(type)) return [];
  return (type.node.fields ?? []).flatMap((field) => [field, ...(field.arguments ?? [])]);
};

const judge = ({ subgraph, node }: TypeIn, { name: at, type }: Field): Complaint[] => {
  const typeName = namedTypeOf(type);
  const path = `${node.name.value}.${at.value}`;
  if (typeName === 'Float') return [{ subgraph, at, message: `${path} is a Float, which is not exact` }];
  if (!numbers.has(typeName) || !amountName.test(at.value)) return [];
  return [{ subgraph, at, message: `${path} is an amount, but a ${typeName}` }];
};
