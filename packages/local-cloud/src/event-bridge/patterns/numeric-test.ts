import { invalidPattern } from '../aws-error.ts';
import type { Json } from './json.ts';
import type { ScalarTest } from './text-tests.ts';

type Comparison = (value: number, bound: number) => boolean;

const lowerBounds: Readonly<Record<string, Comparison>> = {
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};
const upperBounds: Readonly<Record<string, Comparison>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
};
const comparisons: Readonly<Record<string, Comparison>> = {
  ...lowerBounds,
  ...upperBounds,
  '=': (value, bound) => value === bound,
};

/** What numbers EventBridge compares: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
const largest = 5e9;

/** One comparison, or a lower bound and then an upper one above it. Numbers in text are no numbers. */
export function numericTest(argument: Json): ScalarTest {
  if (!Array.isArray(argument) || argument.length === 0) throw invalidPattern('Value of numeric must be an array.');
  const [name, bound, upperName, upperBound, ...others] = argument;
  if (others.length > 0) throw invalidPattern('Too many terms in numeric range expression');
  const first = comparisonBy(comparisons, name, bound);
  if (argument.length === 2) return numberTest(first);
  comparisonBy(lowerBounds, name, bound);
  const second = comparisonBy(upperBounds, upperName, upperBound);
  if (Number(bound) >= Number(upperBound)) throw invalidPattern('Bottom must be less than top');
  return numberTest((value) => first(value) && second(value));
}

const numberTest =
  (matches: (value: number) => boolean): ScalarTest =>
  (value) =>
    typeof value === 'number' && Math.abs(value) <= largest && matches(value);

function comparisonBy(known: Readonly<Record<string, Comparison>>, name: Json | undefined, bound: Json | undefined) {
  const compare = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  if (typeof name !== 'string' || compare === undefined)
    throw invalidPattern(`Unrecognized numeric range operator: ${JSON.stringify(name)}`);
  if (typeof bound !== 'number') throw invalidPattern(`Value of ${name} must be numeric`);
  if (Math.abs(bound) > largest) throw invalidPattern(`Value of ${name} must be between -5.0E9 and 5.0E9, inclusive`);
  return (value: number) => compare(value, bound);
}
