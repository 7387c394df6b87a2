import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from './random.ts';

export type Operation = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

type Writing = {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly fragments: string[];
  readonly declared: Map<string, { readonly type: string; readonly value: unknown }>;
};

/** A random operation on the schema. Names may collide: whoever uses it validates. */
export const randomOperation = (schema: GraphQLSchema, random: Random, depth = 3): Operation => {
  const writing: Writing = { schema, random, fragments: [], declared: new Map() };
  const isMutation = random.chance(0.15);
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const body = selection(writing, root as GraphQLNamedType, depth);
  const declarations = [...writing.declared].map(([name, { type }]) => `$${name}: ${type}`).join(' ');
  const head = `${isMutation ? 'mutation' : 'query'} Random${declarations && `(${declarations})`}`;
  const given = [...writing.declared].filter(([, { value }]) => value !== undefined);
  return {
    query: [`${head} ${body}`, ...writing.fragments].join('\n'),
    variables: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
  };
};

const selection = (writing: Writing, type: GraphQLNamedType, depth: number): string => {
  const { random, schema } = writing;
  const fields: GraphQLField<unknown, unknown>[] =
    'getFields' in type ? (Object.values(type.getFields()) as never) : [];
  const usable = fields.filter(
    ({ name, type: of }) => name !== '_service' && (depth > 0 || !isCompositeType(getNamedType(of))),
  );
  const parts = usable.filter(() => random.chance(0.25)).map((field) => fieldText(writing, field, depth));
  if (random.chance(0.2)) parts.push('__typename');
  if (random.chance(0.03) && type === schema.getQueryType())
    parts.push('__schema { queryType { name fields { name } } }');
  const on = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
  for (const target of on)
    if (random.chance(isAbstractType(type) ? 0.4 : 0.1)) parts.push(fragment(writing, { type, on: target }, depth));
  return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
};

const fieldText = (writing: Writing, field: GraphQLField<unknown, unknown>, depth: number): string => {
  const { random } = writing;
  if (field.name === '_entities') return entities(writing, depth);
  const named = getNamedType(field.type);
  const args = field.args.flatMap((argument) =>
    random.chance(isNonNullType(argument.type) && argument.defaultValue === undefined ? 1 : 0.5)
      ? [`${argument.name}: ${valueText(writing, argument.type, 2)}`]
      : [],
  );
  const alias = args.length > 0 || random.chance(0.15) ? `a${random.below(999)}: ` : '';
  const below = isCompositeType(named) ? selection(writing, named, depth - 1) : '';
  return `${random.chance(0.02) ? '__proto__: ' : alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition(writing)} ${below}`;
};

const entities = (writing: Writing, depth: number): string => {
  const { random, schema, declared } = writing;
  const value = Array.from({ length: 1 + random.below(3) }, () => ({
    __typename: random.pick(['Thing', 'Part', 'Part', 'Thing', 'Nobody']),
    id: String(random.below(9)),
  }));
  const name = `r${declared.size}`;
  declared.set(name, { type: '[_Any!]!', value });
  return `e${declared.size}: _entities(representations: $${name}) ${selection(writing, schema.getType('_Entity') as GraphQLNamedType, depth - 1)}`;
};

const condition = ({ random, declared }: Writing): string => {
  if (!random.chance(0.15)) return '';
  const name = random.pick(['yes', 'no', 'maybe']);
  const value = random.pick(['true', 'false', `$${name}`]);
  if (value.startsWith('$'))
    declared.set(name, {
      type: name === 'maybe' ? 'Boolean = true' : 'Boolean!',
      value: name === 'maybe' ? random.pick([undefined, undefined, true, false, null]) : random.pick([true, false]),
    });
  return ` @${random.pick(['skip', 'include'])}(if: ${value})`;
};

const fragment = (writing: Writing, { type, on }: { type: GraphQLNamedType; on: GraphQLNamedType }, depth: number) => {
  const { random, fragments } = writing;
  const inner = selection(writing, on, depth - 1);
  if (random.chance(0.6))
    return `... ${type !== on || random.chance(0.8) ? `on ${on.name}` : ''}${condition(writing)} ${inner}`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${on.name} ${inner}`);
  const spread = `...${name}${condition(writing)}`;
  return random.chance(0.2) ? `${spread} ...${name}` : spread;
};

/** A literal, or a variable, whose value may be one that cannot be coerced. */
const valueText = (writing: Writing, type: GraphQLInputType, depth: number): string => {
  const { random, declared } = writing;
  if (random.chance(0.3)) {
    const name = `v${declared.size}`;
    const isBad = random.chance(0.1);
    const plain = random.chance(0.8) ? type.toString() : type.toString().replace(/!$/, '');
    declared.set(name, {
      type: plain,
      value: isBad ? random.pick([null, 'bad', {}, undefined]) : plainValue(random, type, depth),
    });
    return `$${name}`;
  }
  return literal(plainValue(random, type, depth), type);
};

const plainValue = (random: Random, type: GraphQLInputType, depth: number): unknown => {
  if (isNonNullType(type)) return plainValue(random, type.ofType, depth);
  if (random.chance(0.1)) return undefined;
  if (isListType(type))
    return Array.from({ length: random.below(3) }, () => plainValue(random, type.ofType, depth) ?? null);
  if (isEnumType(type)) return random.pick(['RED', 'GREEN']);
  if (!isInputObjectType(type))
    return random.pick<unknown>(type.name === 'Int' ? [1, 2, 3] : type.name === 'Float' ? [1, 2.5] : ['1', 'x']);
  const fields = Object.values(type.getFields()).filter(
    ({ type: of }) => depth > 0 || !isInputObjectType(getNamedType(of)),
  );
  return Object.fromEntries(
    fields.filter(() => random.chance(0.6)).map((field) => [field.name, plainValue(random, field.type, depth - 1)]),
  );
};

const literal = (value: unknown, type: GraphQLInputType): string => {
  const named = isNonNullType(type) ? type.ofType : type;
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value) && isListType(named))
    return `[${value.map((item) => literal(item, named.ofType)).join(', ')}]`;
  if (isEnumType(named)) return value as string;
  if (!isInputObjectType(named)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{ ${fields.map(([name, inner]) => `${name}: ${literal(inner, named.getFields()[name]?.type as GraphQLInputType)}`).join(', ')} }`;
};
