import type { DataObject } from './execution.ts';

/**
 * Takes what came into an object of the data. What is not there yet is taken as it is; only where two fetches brought
 * parts of the same nested object are they merged field by field.
 */
export const mergeInto = (target: DataObject, source: DataObject): void => {
  // What was read from JSON inherits nothing that is enumerable: no list of keys need be made.
  for (const key in source) {
    const value = source[key];
    const present = presentAt(target, key);
    if (typeof present !== 'object' || present === null || typeof value !== 'object' || value === null) {
      put(target, key, value);
    } else if (present !== value) {
      mergeNested(target, { key, present, value });
    }
  }
};

/** All else that objects inherit are functions, which no JSON holds. */
const presentAt = (target: DataObject, key: string): unknown =>
  key === '__proto__' && !Object.hasOwn(target, key) ? undefined : target[key];

const mergeNested = (target: DataObject, both: { key: string; present: object; value: object }): void => {
  const { key, present, value } = both;
  if (!Array.isArray(present) && !Array.isArray(value)) {
    mergeInto(present as DataObject, value as DataObject);
  } else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
    mergeItems(present, value);
  } else {
    put(target, key, value);
  }
};

const mergeItems = (present: unknown[], value: readonly unknown[]): void => {
  for (const [index, item] of value.entries()) {
    const there = present[index];
    if (isPlainObject(there) && isPlainObject(item)) mergeInto(there, item);
    else if (Array.isArray(there) && Array.isArray(item) && there.length === item.length) mergeItems(there, item);
    else present[index] = item;
  }
};

const isPlainObject = (value: unknown): value is DataObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field may be called `__proto__`; assigning it would change the object's prototype instead. */
const put = (target: DataObject, key: string, value: unknown): void => {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
};
