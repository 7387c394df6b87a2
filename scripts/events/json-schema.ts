/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The keyword's text, or undefined when it is not there or no text. */
export const textOf = (schema: JsonSchema, keyword: string): string | undefined => {
  const text = schema[keyword];
  return typeof text === 'string' ? text : undefined;
};

/** The schemas of an object's fields by name; none for anything but an object. */
export const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;

/** The names of the fields that must be there. */
export const requiredOf = (schema: JsonSchema): ReadonlySet<string> =>
  new Set((schema['required'] ?? []) as readonly string[]);

/** The alternatives a value may take beside null, and whether it may be null. A plain schema is its only alternative. */
export const alternativesOf = (schema: JsonSchema): { alternatives: JsonSchema[]; isNullable: boolean } => {
  const union = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (!union) return plainAlternatives(schema);
  const nested = union.map(alternativesOf);
  return {
    alternatives: nested.flatMap(({ alternatives }) => alternatives),
    isNullable: nested.some(({ isNullable }) => isNullable),
  };
};

/** `type` may be a list: `["string", "null"]`. */
const plainAlternatives = (schema: JsonSchema): { alternatives: JsonSchema[]; isNullable: boolean } => {
  const types = [schema['type']].flat();
  if (!types.includes('null')) return { alternatives: [schema], isNullable: false };
  const others = types.filter((type) => type !== 'null');
  const values = schema['enum'] as readonly unknown[] | undefined;
  const rest = { ...schema, ...(values && { enum: values.filter((value) => value !== null) }) };
  return { alternatives: others.map((type) => ({ ...rest, type })), isNullable: true };
};
