import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

const suffix = '__as';

/**
 * The key under which the value of a client's field stands in the data of the execution. A field with an alias or with
 * arguments gets one that no other field can have: under its response name could also stand a key or a required field of
 * that name with another value, and one of the two would get the other's.
 */
export const dataKeyOf = (field: FieldNode): string => {
  if (field.name.value === '__typename') return '__typename';
  const responseName = responseNameOfField(field);
  const isPlain = responseName === field.name.value && (field.arguments?.length ?? 0) === 0;
  return isPlain || field.name.value.startsWith('__') ? responseName : `${responseName}${suffix}`;
};

/** The name the client reads a field by. */
export const responseNameOfField = (field: FieldNode): string => field.alias?.value ?? field.name.value;

/** The client's name for a segment of an error's path. */
export const responseNameOfKey = (segment: string | number): string | number =>
  typeof segment === 'string' && segment.endsWith(suffix) ? segment.slice(0, -suffix.length) : segment;

/** The client's document with every field under its data key: what is planned instead of it. */
export const withDataKeys = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: (field) => {
      const key = dataKeyOf(field);
      if (key === responseNameOfField(field)) return undefined;
      const alias = key === field.name.value ? undefined : { kind: Kind.NAME as const, value: key };
      return { ...field, alias };
    },
  });
