import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLCurrency, GraphQLDateTime, GraphQLEmailAddress, GraphQLURL } from 'graphql-scalars';

/** 38 digits are more than any amount or counter here; longer text is refused before it is parsed. */
const integerPattern = /^-?\d{1,38}$/;
const decimalPattern = /^-?\d{1,38}(\.\d{1,18})?$/;

const bad = (name: string, value: unknown) =>
  new GraphQLError(`${name} cannot represent ${JSON.stringify(value)?.slice(0, 60)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });

const toBigInt = (value: unknown): bigint => {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && integerPattern.test(value)) return BigInt(value);
  throw bad('BigInt', value);
};

const toDecimalText = (value: unknown): string => {
  if (typeof value === 'string' && decimalPattern.test(value)) return value;
  throw bad('Decimal', value);
};

const literalText = (name: string, node: ValueNode): string => {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value;
  throw bad(name, node.kind);
};

/** An integer of any size: always text on the wire, bigint inside (a number would lose digits above 2^53). */
const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description: 'An integer of any size, always sent as text.',
  serialize: (value) => toBigInt(value).toString(),
  parseValue: toBigInt,
  parseLiteral: (node) => toBigInt(literalText('BigInt', node)),
});

/** An exact decimal number: text on the wire and inside, as a float would lose digits. */
const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number, sent as text.',
  serialize: toDecimalText,
  parseValue: toDecimalText,
  parseLiteral: (node) => toDecimalText(literalText('Decimal', node)),
});

/** Resolvers of the scalars the subgraphs share; each subgraph picks those its schema declares. */
export const scalarResolvers = {
  BigInt: BigIntScalar,
  Decimal: DecimalScalar,
  DateTime: GraphQLDateTime,
  Currency: GraphQLCurrency,
  EmailAddress: GraphQLEmailAddress,
  URL: GraphQLURL,
} as const;
