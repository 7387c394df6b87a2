import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './json-schema.ts';
import { breaking, careful, type SchemaChange } from './schema-change.ts';

type Sides = readonly [before: JsonSchema, after: JsonSchema];

const rules = ['pattern', 'format', 'multipleOf', 'uniqueItems'];

/** Compares what a field's own value may be: enumerated values, bounds, patterns, and whatever else there may be. */
export const compareValues = (field: string, sides: Sides): SchemaChange[] => [
  ...compareEnums(field, sides),
  ...lowerBounds.flatMap((bound) => compareBound(field, sides, { ...bound, narrows: (from, to) => to > from })),
  ...upperBounds.flatMap((bound) => compareBound(field, sides, { ...bound, narrows: (from, to) => to < from })),
  ...rules.flatMap((keyword) => compareRule(field, sides, keyword)),
  ...compareUnknown(field, sides),
];

const enumOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  'const' in schema ? [schema['const']] : (schema['enum'] as readonly unknown[] | undefined);

const compareEnums = (field: string, [before, after]: Sides): SchemaChange[] => {
  const [from, to] = [enumOf(before), enumOf(after)];
  if (!from && !to) return [];
  if (!from) return [breaking(field, `is restricted to ${to?.join(', ')}`)];
  if (!to) return [careful(field, `is no longer restricted to ${from.join(', ')}`)];
  return [
    ...from.filter((value) => !to.includes(value)).map((value) => breaking(field, `lost the value ${String(value)}`)),
    ...to.filter((value) => !from.includes(value)).map((value) => careful(field, `has the new value ${String(value)}`)),
  ];
};

type Bound = {
  readonly keyword: string;
  /** Draft 4 says by a boolean beside the bound whether the bound itself is excluded, later drafts by a bound of its own. */
  readonly exclusive?: string;
  readonly narrows: (from: number, to: number) => boolean;
};

const lowerBounds = [
  { keyword: 'minimum', exclusive: 'exclusiveMinimum' },
  { keyword: 'minLength' },
  { keyword: 'minItems' },
  { keyword: 'minProperties' },
];
const upperBounds = [
  { keyword: 'maximum', exclusive: 'exclusiveMaximum' },
  { keyword: 'maxLength' },
  { keyword: 'maxItems' },
  { keyword: 'maxProperties' },
];

const limitOf = (schema: JsonSchema, { keyword, exclusive = '' }: Bound): { limit?: number; isExcluded: boolean } => {
  const separate = schema[exclusive];
  if (typeof separate === 'number') return { limit: separate, isExcluded: true };
  const limit = schema[keyword];
  return { ...(typeof limit === 'number' && { limit }), isExcluded: separate === true };
};

const compareBound = (field: string, [before, after]: Sides, bound: Bound): SchemaChange[] => {
  const [from, to] = [limitOf(before, bound), limitOf(after, bound)];
  if (isDeepStrictEqual(from, to)) return [];
  if (to.limit === undefined) return [careful(field, `has no ${bound.keyword} any more (it was ${from.limit})`)];
  if (from.limit === undefined) return [breaking(field, `has a new ${bound.keyword} of ${to.limit}`)];
  const isNarrower = from.limit === to.limit ? to.isExcluded : bound.narrows(from.limit, to.limit);
  const exclusion = from.limit === to.limit ? ` (${to.isExcluded ? 'excluded' : 'included'} now)` : '';
  const change = `changed its ${bound.keyword} from ${from.limit} to ${to.limit}${exclusion}`;
  return [isNarrower ? breaking(field, change) : careful(field, change)];
};

/** Of two patterns nobody can say in general which accepts more: any change may refuse what was sent. */
const compareRule = (field: string, [before, after]: Sides, keyword: string): SchemaChange[] => {
  const [from, to] = [before[keyword], after[keyword]];
  if (isDeepStrictEqual(from, to)) return [];
  if (to === undefined || to === false) return [careful(field, `has no ${keyword} any more (it was ${shown(from)})`)];
  if (from === undefined) return [breaking(field, `has a new ${keyword}: ${shown(to)}`)];
  return [breaking(field, `changed its ${keyword} from ${shown(from)} to ${shown(to)}`)];
};

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const judged = new Set([
  'type',
  'anyOf',
  'oneOf',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'enum',
  'const',
  ...[...lowerBounds, ...upperBounds].flatMap(({ keyword, exclusive }: Omit<Bound, 'narrows'>) => [keyword, exclusive]),
  ...rules,
]);
const saysNothing = /^(\$schema|\$?id|title|description|examples?|\$?comment|x-.*)$/;

/** What is not understood is not waved through. */
const compareUnknown = (field: string, [before, after]: Sides): SchemaChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((keyword) => !judged.has(keyword) && !saysNothing.test(keyword))
    .filter((keyword) => !isDeepStrictEqual(before[keyword], after[keyword]))
    .map((keyword) => breaking(field, `changed "${keyword}", which this comparison cannot judge`));
