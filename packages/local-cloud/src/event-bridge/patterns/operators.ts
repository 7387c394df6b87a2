import { invalidPattern } from '../aws-error.ts';
import { cidrTest } from './cidr-test.ts';
import { exclusionTest } from './exclusion-test.ts';
import { isObject, isScalar, type Json, type Scalar } from './json.ts';
import { numericTest } from './numeric-test.ts';
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
  cidr: (argument) => some(cidrTest(argument)),
  'anything-but': (argument) => {
    const isExcluded = exclusionTest(argument);
    return some((value) => !isExcluded(value));
  },
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw invalidPattern('exists match pattern must be either true or false.');
    return (values) => values.length > 0 === argument;
  },
};

/** Whether the name is an operator's: it cannot be a field within the alternatives of `$or`. */
export const isOperator = (name: string): boolean => Object.hasOwn(operators, name);

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
