import type { NameNode } from 'graphql';
import { isEnum, isInput, isInterface, isObject, type TypeIn } from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';

const pascal = /^[A-Z][A-Za-z0-9]*$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const upper = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** Names are cased as GraphQL's own are. */
export const casing: LintRule = {
  code: 'NAME_CASING',
  holds: 'types are PascalCase, fields, arguments and input fields camelCase, enum values UPPER_CASE',
  cure: 'Rename it; where clients use it already, add the new name beside it and deprecate the old.',
  look: ({ types }) =>
    types.flatMap((type) => [
      ...wrong(type, [type.node.name], pascal),
      ...wrong(type, memberNames(type), isEnum(type) ? upper : camel),
    ]),
};

const memberNames = (type: TypeIn): NameNode[] => {
  if (isEnum(type)) return (type.node.values ?? []).map(({ name }) => name);
  if (isInput(type)) return (type.node.fields ?? []).map(({ name }) => name);
  if (!isObject(type) && !isInterface(type)) return [];
  return (type.node.fields ?? []).flatMap((field) => [field.name, ...(field.arguments ?? []).map(({ name }) => name)]);
};

const wrong = ({ subgraph, node }: TypeIn, names: NameNode[], pattern: RegExp): Complaint[] =>
  names
    .filter(({ value }) => !pattern.test(value))
    .map((at) => ({ subgraph, at, message: `${at.value} of ${node.name.value} is not cased as its kind is` }));

/** A name says what a thing is, not what kind of schema element. */
export const telling: LintRule = {
  code: 'NAME_SAYS_KIND',
  holds:
    'input types end in Input and nothing else does; no type is called ...Type, ...Enum, ...Object; no query begins with get, list or fetch',
  cure: 'Name it for what it is: `OrderStatus`, not `OrderStatusEnum`; `order`, not `getOrder`.',
  look: ({ types }) => types.flatMap((type) => [...wrongTypeName(type), ...wrongQueryNames(type)]),
};

const wrongTypeName = (type: TypeIn): Complaint[] => {
  const at = type.node.name;
  const name = at.value;
  const endsInInput = name.endsWith('Input');
  if (isInput(type) !== endsInInput) {
    const message = endsInInput ? `${name} is no input, but called one` : `${name} is an input: its name ends in Input`;
    return [{ subgraph: type.subgraph, at, message }];
  }
  const saysKind = /(Enum|Object|Interface|Union|Scalar)$/.test(name) || (isObject(type) && /.Type$/.test(name));
  return saysKind ? [{ subgraph: type.subgraph, at, message: `${name} names its kind` }] : [];
};

const wrongQueryNames = (type: TypeIn): Complaint[] => {
  if (!isObject(type) || type.node.name.value !== 'Query') return [];
  return (type.node.fields ?? [])
    .filter(({ name }) => /^(get|list|fetch|find|query)[A-Z]/.test(name.value))
    .map(({ name: at }) => ({ subgraph: type.subgraph, at, message: `Query.${at.value} begins with a verb` }));
};
