import { invalidPattern } from '../aws-error.ts';
import { isObject, type Json, type Scalar } from './json.ts';

/** Judges one scalar. */
export type ScalarTest = (value: Scalar) => boolean;

const onText =
  (matches: (text: string) => boolean): ScalarTest =>
  (value) =>
    typeof value === 'string' && matches(value);

/** The operator's argument. @throws AwsError InvalidEventPatternException when it is not a text */
export function text(argument: Json | undefined, operator: string): string {
  if (typeof argument !== 'string') throw invalidPattern(`${operator} match pattern must be a string`);
  return argument;
}

// Case folding by the invariant locale: a Turkish machine must match as every other.
const folded = (value: string) => value.toLowerCase();

export function prefixTest(argument: Json): ScalarTest {
  const { wanted, normal } = caseChoice(argument, 'prefix');
  return onText((value) => normal(value).startsWith(wanted));
}

export function suffixTest(argument: Json): ScalarTest {
  const { wanted, normal } = caseChoice(argument, 'suffix');
  return onText((value) => normal(value).endsWith(wanted));
}

/** A text, or `{ "equals-ignore-case": text }`: what to look for, and how to make a value comparable with it. */
function caseChoice(argument: Json, operator: string): { wanted: string; normal: (value: string) => string } {
  if (!isObject(argument)) return { wanted: text(argument, operator), normal: (value) => value };
  const { 'equals-ignore-case': wanted, ...others } = argument;
  if (Object.keys(others).length > 0)
    throw invalidPattern(`Unsupported ${operator} pattern: ${Object.keys(others)[0]}`);
  return { wanted: folded(text(wanted, operator)), normal: folded };
}

export function ignoreCaseTest(argument: Json): ScalarTest {
  const wanted = folded(text(argument, 'equals-ignore-case'));
  return onText((value) => folded(value) === wanted);
}

export function wildcardTest(argument: Json): ScalarTest {
  const parts = literalParts(text(argument, 'wildcard'));
  return onText((value) => matchesParts(value, parts));
}

/** What stands between the stars of a wildcard; `\*` and `\\` are the characters themselves. */
function literalParts(wildcard: string): string[] {
  const parts = [''];
  for (const [token] of wildcard.matchAll(/\\.|./gsu)) {
    if (token === '*' && parts.length > 1 && parts.at(-1) === '')
      throw invalidPattern('Consecutive wildcard characters');
    if (token === '*') parts.push('');
    else parts.push(`${parts.pop()}${unescaped(token)}`);
  }
  return parts;
}

function unescaped(token: string): string {
  if (!token.startsWith('\\')) return token;
  if (token === '\\*' || token === '\\\\') return token.slice(1);
  throw invalidPattern('Invalid escape character');
}

/** Each star becomes the shortest gap up to the next literal part: no backtracking to blow up. */
function matchesParts(value: string, parts: string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
