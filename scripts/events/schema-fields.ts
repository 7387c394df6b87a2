import { alternativesOf, type JsonSchema, propertiesOf, requiredOf, textOf } from './json-schema.ts';

/** A field of a contract as a reader of the documentation sees it. */
export type SchemaField = {
  /** Such as `lines[].quantity`. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
};

/** Every field of a schema, an object's own before those inside it. */
export const fieldsOf = (schema: JsonSchema, path = ''): SchemaField[] => {
  const required = requiredOf(schema);
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => [
    {
      path: `${path}${name}`,
      type: typeOf(field),
      isRequired: required.has(name),
      description: textOf(field, 'description') ?? '',
    },
    ...alternativesOf(field).alternatives.flatMap((each) => fieldsWithin(each, `${path}${name}`)),
  ]);
};

const fieldsWithin = (schema: JsonSchema, path: string): SchemaField[] => {
  const items = itemsOf(schema);
  return items ? fieldsWithin(items, `${path}[]`) : fieldsOf(schema, `${path}.`);
};

const itemsOf = (schema: JsonSchema): JsonSchema | undefined => schema['items'] as JsonSchema | undefined;

/** In words: `string`, `integer 1 to 5`, `A, B or null`, `list of object`. */
const typeOf = (schema: JsonSchema): string => {
  const { alternatives, isNullable } = alternativesOf(schema);
  return [...alternatives.map(plainTypeOf), ...(isNullable ? ['null'] : [])].join(' or ');
};

const plainTypeOf = (schema: JsonSchema): string => {
  const values = schema['enum'] as readonly unknown[] | undefined;
  if (values) return values.map((value) => `\`${String(value)}\``).join(', ');
  const items = itemsOf(schema);
  if (items) return `list of ${typeOf(items)}`;
  const prefix = /^\^([a-z]+)_/.exec(textOf(schema, 'pattern') ?? '')?.[1];
  if (prefix) return `id \`${prefix}_…\``;
  const bounds = [boundOf('from', schema['minimum']), boundOf('to', schema['maximum'])].join('');
  return `${textOf(schema, 'format') ?? textOf(schema, 'type') ?? 'anything'}${bounds}`;
};

const boundOf = (word: string, limit: unknown): string => (typeof limit === 'number' ? ` ${word} ${limit}` : '');
