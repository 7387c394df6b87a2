import { invalidPattern } from '../aws-error.ts';
import { fieldOf, isObject, isScalar, type Json, type JsonObject, type Scalar } from './json.ts';
import { elementTest, type FieldTest } from './operators.ts';

/** Whether an event (the whole envelope, `detail` included) is wanted. */
export type EventTest = (event: JsonObject) => boolean;

/**
 * Makes a test of an event pattern's JSON text. Semantics as documented by EventBridge: every field must match, any
 * element of a field's array may; `$or` holds alternatives; an array of objects matches by one object that fits whole.
 * @throws AwsError InvalidEventPatternException saying what is wrong, also for an operator that does not exist.
 */
export function compilePattern(source: string): EventTest {
  let pattern: Json;
  try {
    pattern = JSON.parse(source) as Json;
  } catch {
    throw invalidPattern('Filter is not valid JSON');
  }
  if (!isObject(pattern)) throw invalidPattern('Filter is not an object');
  return objectTest(pattern, '');
}

function objectTest(pattern: JsonObject, path: string): EventTest {
  const fields = Object.entries(pattern);
  if (fields.length === 0) throw invalidPattern('Empty objects are not allowed');
  const tests = fields.map(([key, value]) => fieldRule(key, value, path === '' ? key : `${path}.${key}`));
  return (event) => tests.every((test) => test(event));
}

function fieldRule(key: string, value: Json, path: string): EventTest {
  if (key === '$or' && Array.isArray(value) && value.every(isObject)) return alternatives(value, path);
  if (Array.isArray(value)) {
    const test = listTest(value, path);
    return (event) => test(scalarsOf(fieldOf(event, key)));
  }
  if (!isObject(value)) throw invalidPattern(`"${path}" must be an object or an array`);
  const test = objectTest(value, path);
  // An absent branch is an empty one, so that `exists: false` below it still holds.
  return (event) => objectsOf(fieldOf(event, key)).some(test);
}

function alternatives(patterns: JsonObject[], path: string): EventTest {
  if (patterns.length < 2) throw invalidPattern('There must have at least 2 Objects in $or relationship.');
  const tests = patterns.map((pattern) => objectTest(pattern, path));
  return (event) => tests.some((test) => test(event));
}

function listTest(elements: Json[], path: string): FieldTest {
  if (elements.length === 0) throw invalidPattern(`Empty arrays are not allowed: "${path}"`);
  const equals = new Set<Scalar>(elements.filter(isScalar));
  const others = elements.filter((element) => !isScalar(element)).map(elementTest);
  return (values) => values.some((value) => equals.has(value)) || others.some((test) => test(values));
}

function scalarsOf(value: Json | undefined): Scalar[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  return isScalar(value) ? [value] : [];
}

function objectsOf(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap(objectsOf);
  return [isObject(value) ? value : {}];
}
