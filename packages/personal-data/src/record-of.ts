import { type IdPrefix, idFromUuid } from '@cartograph/ids';

type Ids = Readonly<Record<string, IdPrefix>>;

/**
 * A row as PostgreSQL writes it in JSON, as a person may read it: names as the graph spells them, ids as the graph shows
 * them, and amounts as text, as a number would lose digits beyond 2^53.
 */
export const recordOf = (body: string, ids: Ids): Readonly<Record<string, unknown>> =>
  renamed(JSON.parse(body, exactInteger) as Readonly<Record<string, unknown>>, ids);

/** JSON.parse hands over the source text of a number (TC39 proposal json-parse-with-source, in Node since 21). */
const exactInteger = (_: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (context?.source ?? value)
    : value;

const renamed = (row: Readonly<Record<string, unknown>>, ids: Ids): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [inCamelCase(name), readValue(name, value, ids)]));

const readValue = (name: string, value: unknown, ids: Ids): unknown => {
  const prefix = ids[name];
  if (prefix && typeof value === 'string') return idFromUuid(prefix, value);
  if (name.endsWith('_minor') && typeof value === 'number') return value.toString();
  if (Array.isArray(value)) return value.map((each: unknown) => (isObject(each) ? renamed(each, ids) : each));
  return isObject(value) ? renamed(value, ids) : value;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inCamelCase = (name: string): string => name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
