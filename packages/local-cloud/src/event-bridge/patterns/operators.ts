import { invalidPattern } from '../aws-error.ts';
import { isObject, isScalar, type Json, type JsonObject, type Scalar } from './json.ts';
import { ignoreCaseTest, prefixTest, type ScalarTest, suffixTest, wildcardTest } from './text-tests.ts';

/** Judges one field by the scalars it holds: none when it is absent, several when it is an array. */
export type FieldTest = (values: readonly Scalar[]) => boolean;

type Operator = (argument: Json) => FieldTest;

const some =
  (matches: ScalarTest): FieldTest =>
  (values) =>
    values.some(matches);

/**
 * The comparison operators of event patterns, by name; a new one is a new line.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
const operators: Readonly<Record<string, Operator>> = {
  prefix: (argument) => some(prefixTest(argument)),
  suffix: (argument) => some(suffixTest(argument)),
  'equals-ignore-case': (argument) => some(ignoreCaseTest(argument)),
  wildcard: (argument) => some(wildcardTest(argument)),
  numeric: (argument) => some(numericTest(argument)),
  'anything-but': (argument) => {
    const isExcluded = exclusionTest(argument);
    return some((value) => !isExcluded(value));
  },
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw invalidPattern('exists match pattern must be either true or false.');
    return (values) => values.length > 0 === argument;
  },
};

/** The test for one element of a pattern's array: a scalar to be equal to, or an object with one operator. */
export function elementTest(element: Json): FieldTest {
  if (isScalar(element)) return some((value) => value === element);
  if (!isObject(element)) throw invalidPattern('Match value must be String, number, true, false, or null');
  const [[name, argument] = [], ...others] = Object.entries(element);
  if (name === undefined || argument === undefined || others.length > 0) {
    throw invalidPattern('Only one key allowed in match expression');
  }
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw invalidPattern(`Unrecognized match type ${name}`);
  return operator(argument);
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
};

function numericTest(argument: Json): ScalarTest {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0) {
    throw invalidPattern('Value of numeric must be an array of pairs of operator and number.');
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < argument.length; at += 2) {
    const [name, bound] = [argument[at], argument[at + 1]];
    const compare = typeof name === 'string' && Object.hasOwn(comparisons, name) ? comparisons[name] : undefined;
    if (compare === undefined) throw invalidPattern(`Unrecognized numeric range operator: ${JSON.stringify(name)}`);
    if (typeof bound !== 'number') throw invalidPattern(`Value of ${JSON.stringify(name)} must be numeric`);
    tests.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function exclusionTest(argument: Json): ScalarTest {
  if (isObject(argument)) return nestedExclusion(argument);
  const excluded = Array.isArray(argument) ? argument : [argument];
  const isUniform = excluded.every((value) => typeof value === typeof excluded[0]);
  if (excluded.length === 0 || !excluded.every(isScalar) || !isUniform) {
    throw invalidPattern(
      'Inside anything-but list, either all values are number or string, mixed type is not supported',
    );
  }
  return (value) => excluded.includes(value);
}

const excludable: Readonly<Record<string, (argument: Json) => ScalarTest>> = {
  prefix: prefixTest,
  suffix: suffixTest,
  'equals-ignore-case': ignoreCaseTest,
  wildcard: wildcardTest,
};

function nestedExclusion(argument: JsonObject): ScalarTest {
  const [[name, value] = [], ...others] = Object.entries(argument);
  const build = name !== undefined && Object.hasOwn(excludable, name) ? excludable[name] : undefined;
  if (build === undefined || value === undefined || others.length > 0) {
    throw invalidPattern(`Unsupported anything-but pattern: ${name ?? 'empty'}`);
  }
  const tests = (Array.isArray(value) ? value : [value]).map(build);
  return (scalar) => tests.some((test) => test(scalar));
}
