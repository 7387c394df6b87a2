/** A value as JSON.parse gives it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };
/** What a field holds when it is neither an object nor an array. */
export type Scalar = string | number | boolean | null;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isScalar = (value: Json | undefined): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The field's own value, never something inherited such as `constructor`. */
export const fieldOf = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
