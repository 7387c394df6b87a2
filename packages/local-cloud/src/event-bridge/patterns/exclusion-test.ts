import { invalidPattern } from '../aws-error.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { ignoreCaseTest, prefixTest, type ScalarTest, suffixTest, text, wildcardTest } from './text-tests.ts';

/** What `anything-but` leaves out: a text, a number, a list of one kind, or what one of the nested operators matches. */
export function exclusionTest(argument: Json): ScalarTest {
  if (isObject(argument)) return nestedExclusion(argument);
  const excluded: Json[] = Array.isArray(argument) ? argument : [argument];
  const [first] = excluded;
  if (!(typeof first === 'string' || typeof first === 'number')) {
    throw invalidPattern('Value of anything-but must be a string, a number or an array of them');
  }
  if (!excluded.every((value) => typeof value === typeof first)) {
    throw invalidPattern(
      'Inside anything-but list, either all values are number or string, mixed type is not supported',
    );
  }
  return (value) => excluded.includes(value);
}

const excludable: Readonly<Record<string, (argument: string) => ScalarTest>> = {
  prefix: prefixTest,
  suffix: suffixTest,
  'equals-ignore-case': ignoreCaseTest,
  wildcard: wildcardTest,
};

function nestedExclusion(argument: JsonObject): ScalarTest {
  const [[name, value] = ['empty'], ...others] = Object.entries(argument);
  const build = Object.hasOwn(excludable, name) ? excludable[name] : undefined;
  const texts = Array.isArray(value) ? value : [value];
  if (build === undefined || texts.length === 0 || others.length > 0) {
    throw invalidPattern(`Unsupported anything-but pattern: ${name}`);
  }
  const tests = texts.map((wanted) => build(notEmpty(text(wanted, name), name)));
  return (scalar) => tests.some((test) => test(scalar));
}

function notEmpty(wanted: string, operator: string): string {
  if (wanted === '') throw invalidPattern(`Null ${operator} is not allowed`);
  return wanted;
}
