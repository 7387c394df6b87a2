import { isDeepStrictEqual } from 'node:util';
import { compareValues } from './compare-values.ts';
import { alternativesOf, type JsonSchema, propertiesOf, requiredOf, textOf } from './json-schema.ts';
import { breaking, careful, compatible, type SchemaChange } from './schema-change.ts';

/** Every change from a published schema to the one it shall become, each with the field it concerns. */
export const compareSchemas = (before: JsonSchema, after: JsonSchema): SchemaChange[] => compareAt('', before, after);

const compareAt = (field: string, before: JsonSchema, after: JsonSchema): SchemaChange[] => {
  const [from, to] = [alternativesOf(before), alternativesOf(after)];
  const changes: SchemaChange[] = [];
  if (from.isNullable && !to.isNullable) changes.push(breaking(field, 'may no longer be null'));
  if (!from.isNullable && to.isNullable) changes.push(breaking(field, 'may be null now'));
  if (from.alternatives.length !== to.alternatives.length) {
    return [...changes, ...compareAlternatives(field, from.alternatives, to.alternatives)];
  }
  const pairs = from.alternatives.map((each, index) => [each, to.alternatives[index] ?? {}] as const);
  return [...changes, ...pairs.flatMap((pair) => comparePlain(field, pair))];
};

/** A union of another size: each alternative there was must still be among those there are. */
const compareAlternatives = (field: string, from: JsonSchema[], to: JsonSchema[]): SchemaChange[] => {
  const isKept = (before: JsonSchema, after: JsonSchema): boolean =>
    comparePlain(field, [before, after]).every(({ kind }) => kind !== 'breaking');
  return [
    ...from
      .filter((before) => !to.some((after) => isKept(before, after)))
      .map((gone) => breaking(field, `lost or changed the alternative ${nameOf(gone)}`)),
    ...to
      .filter((after) => !from.some((before) => isKept(before, after)))
      .map((added) => careful(field, `has the new alternative ${nameOf(added)}`)),
  ];
};

const nameOf = (schema: JsonSchema): string => JSON.stringify(schema['properties'] ?? schema['enum'] ?? schema['type']);

const comparePlain = (field: string, [before, after]: readonly [JsonSchema, JsonSchema]): SchemaChange[] => {
  if (!isDeepStrictEqual(before['type'], after['type'])) {
    return [breaking(field, `was ${typeOf(before)}, is ${typeOf(after)}`)];
  }
  return [
    ...compareValues(field, [before, after]),
    ...compareProperties(field, before, after),
    ...compareOpenness(field, before, after),
    ...compareItems(field, before['items'], after['items']),
  ];
};

const typeOf = (schema: JsonSchema): string => textOf(schema, 'type') ?? JSON.stringify(schema['type'] ?? 'anything');

const compareProperties = (field: string, before: JsonSchema, after: JsonSchema): SchemaChange[] => {
  const [from, to] = [propertiesOf(before), propertiesOf(after)];
  const [wasRequired, isRequired] = [requiredOf(before), requiredOf(after)];
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const added = Object.keys(to).filter((name) => !(name in from));
  return [
    ...Object.entries(from).flatMap(([name, schema]) => {
      const next = to[name];
      if (!next) return [breaking(at(name), removal(added.filter((each) => isDeepStrictEqual(to[each], schema))))];
      return [
        ...compareNeed(at(name), wasRequired.has(name), isRequired.has(name)),
        ...compareAt(at(name), schema, next),
      ];
    }),
    ...added.map((name) =>
      isRequired.has(name)
        ? breaking(at(name), 'is new and required: events that were sent do not have it')
        : compatible(at(name), 'is new and optional'),
    ),
  ];
};

const removal = ([newName]: string[]): string => (newName ? `was renamed to ${newName}` : 'was removed');

const compareNeed = (field: string, wasRequired: boolean, isRequired: boolean): SchemaChange[] => {
  if (wasRequired === isRequired) return [];
  return [
    breaking(
      field,
      isRequired ? 'is required now: events that were sent may not have it' : 'is optional now: consumers rely on it',
    ),
  ];
};

/** What may stand in an object beside its named fields: anything, nothing, or values of one schema (a record). */
const compareOpenness = (field: string, before: JsonSchema, after: JsonSchema): SchemaChange[] => {
  const [from, to] = [before['additionalProperties'] ?? true, after['additionalProperties'] ?? true];
  if (isDeepStrictEqual(from, to)) return [];
  if (typeof from === 'object' && typeof to === 'object')
    return compareAt(`${field}.*`, from as JsonSchema, to as JsonSchema);
  if (to === true || from === false) return [careful(field, 'takes further fields')];
  return [breaking(field, 'refuses further fields that it took')];
};

const compareItems = (field: string, before: unknown, after: unknown): SchemaChange[] => {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isSchema(before) || !isSchema(after)) return [breaking(`${field}[]`, 'changed what its items are')];
  return compareAt(`${field}[]`, before, after);
};

/** One schema for all items; not an array of schemas, one for each place (a tuple). */
const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
