import { invalidPattern } from '../aws-error.ts';
import { fieldOf, isObject, isScalar, type Json, type JsonObject, type Scalar } from './json.ts';
import { elementTest, type FieldTest, isOperator } from './operators.ts';

/** Whether an event (the whole envelope, `detail` included) is wanted. */
export type EventTest = (event: JsonObject) => boolean;

/** Quotas of the service: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const longestPattern = 4096;
const mostBranches = 1000;

/**
 * Makes a test of an event pattern's JSON text. Semantics as documented by EventBridge: every field must match, any
 * element of a field's array may; `$or` holds alternatives; an array of objects matches by one object that fits whole.
 * @throws AwsError InvalidEventPatternException saying what is wrong, also for an operator that does not exist.
 */
export function compilePattern(source: string): EventTest {
  if (source.length > longestPattern) throw invalidPattern(`Event pattern is longer than ${longestPattern} characters`);
  let pattern: Json;
  try {
    pattern = JSON.parse(source) as Json;
  } catch {
    throw invalidPattern('Filter is not valid JSON');
  }
  if (!isObject(pattern)) throw invalidPattern('Filter is not an object');
  const test = objectTest(pattern, '');
  if (branchesOf(pattern) > mostBranches) throw invalidPattern(`More than ${mostBranches} combinations of $or`);
  return test;
}

function objectTest(pattern: JsonObject, path: string): EventTest {
  const fields = Object.entries(pattern);
  if (fields.length === 0) throw invalidPattern('Empty objects are not allowed');
  const tests = fields.map(([key, value]) => fieldRule(key, value, path === '' ? key : `${path}.${key}`));
  return (event) => tests.every((test) => test(event));
}

function fieldRule(key: string, value: Json, path: string): EventTest {
  if (key === '$or') return alternatives(value, path);
  if (Array.isArray(value)) {
    const test = listTest(value, path);
    return (event) => test(scalarsOf(fieldOf(event, key)));
  }
  if (!isObject(value)) throw invalidPattern(`"${path}" must be an object or an array`);
  const test = objectTest(value, path);
  // An absent branch is an empty one, so that `exists: false` below it still holds.
  return (event) => objectsOf(fieldOf(event, key)).some(test);
}

function alternatives(patterns: Json, path: string): EventTest {
  if (!Array.isArray(patterns)) throw invalidPattern('It must be an Array followed with $or.');
  if (!patterns.every(isObject)) throw invalidPattern('Only JSON object is allowed in array of $or relationship.');
  if (patterns.length < 2) throw invalidPattern('There must have at least 2 Objects in $or relationship.');
  const reserved = patterns.flatMap(Object.keys).find(isOperator);
  if (reserved !== undefined) throw invalidPattern(`${reserved} is reserved and cannot be used inside $or.`);
  const tests = patterns.map((pattern) => objectTest(pattern, path));
  return (event) => tests.some((test) => test(event));
}

/** How many rules without `$or` say the same: alternatives add up, fields beside each other multiply. */
function branchesOf(pattern: JsonObject): number {
  const counts = Object.entries(pattern).map(([key, value]) => {
    if (key === '$or' && Array.isArray(value))
      return value
        .filter(isObject)
        .map(branchesOf)
        .reduce((a, b) => a + b, 0);
    return isObject(value) ? branchesOf(value) : 1;
  });
  return counts.reduce((a, b) => a * b, 1);
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
