import { type GraphQLLeafType, isEnumType } from 'graphql';
import { quote } from './quote.ts';

/** A leaf's value as JSON; undefined when it is no value of its type. */
export type WriteLeaf = (value: unknown) => string | undefined;

/** https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars: what a subgraph sends is coerced as a result is. */
export const leafWriter = (type: GraphQLLeafType): WriteLeaf => {
  if (isEnumType(type)) {
    // Of the client's schema: a value that is inaccessible is none of its values.
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => texts.get(value);
  }
  return writers.get(type.name) ?? writeAny;
};

const writeAny: WriteLeaf = (value) => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

const writers: ReadonlyMap<string, WriteLeaf> = new Map<string, WriteLeaf>([
  ['String', (value) => (typeof value === 'string' ? quote(value) : undefined)],
  [
    'ID',
    (value) => {
      if (typeof value === 'string') return quote(value);
      return typeof value === 'number' && Number.isInteger(value) ? `"${value}"` : undefined;
    },
  ],
  ['Boolean', (value) => (typeof value === 'boolean' ? String(value) : undefined)],
  // The shortest test for a signed 32-bit integer.
  ['Int', (value) => (typeof value === 'number' && (value | 0) === value ? String(value) : undefined)],
  ['Float', (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined)],
]);
