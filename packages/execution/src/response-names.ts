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

/** The name of one way in which a field is required: no other may overwrite what stands under it. */
export const requiredName = (field: string, number: number): string => `${field}__required${number}`;

/** The real field of such a name; of any other, the name itself. */
export const realName = (name: string): string => name.replace(/__required\d+$/, '');

/** The client's name for a segment of an error's path. */
export const responseNameOfKey = (segment: string | number): string | number =>
  typeof segment === 'string' && segment.endsWith(suffix) ? segment.slice(0, -suffix.length) : asReal(segment);

const asReal = (segment: string | number): string | number =>
  typeof segment === 'string' ? realName(segment) : segment;

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
