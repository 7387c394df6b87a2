import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './compile-pattern.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

const matches = (pattern: object, event: JsonObject) => compilePattern(JSON.stringify(pattern))(event);

/** One field's condition, the value it judges, and the answer AWS documents. */
const cases: [condition: Json, value: Json | undefined, expected: boolean][] = [
  ['running', 'running', true],
  ['running', 'Running', false],
  [5, 5.0, true],
  ['5', 5, false],
  [true, true, true],
  [null, null, true],
  [null, undefined, false],
  ['a', ['b', 'a'], true],
  ['a', [], false],
  [{ prefix: 'eu-' }, 'eu-central-1', true],
  [{ prefix: 'eu-' }, 'us-east-1', false],
  [{ prefix: 'eu-' }, 5, false],
  [{ prefix: { 'equals-ignore-case': 'EU-' } }, 'eu-west-1', true],
  [{ suffix: '.png' }, 'a.png', true],
  [{ suffix: '.png' }, 'a.png.txt', false],
  [{ suffix: { 'equals-ignore-case': '.PNG' } }, 'a.png', true],
  [{ 'equals-ignore-case': 'ALICE' }, 'alice', true],
  [{ 'equals-ignore-case': 'ALICE' }, 'alicia', false],
  [{ 'anything-but': 'a' }, 'b', true],
  [{ 'anything-but': 'a' }, 'a', false],
  [{ 'anything-but': 'a' }, undefined, false],
  [{ 'anything-but': ['a', 'b'] }, 'b', false],
  [{ 'anything-but': [1, 2] }, 3, true],
  [{ 'anything-but': { prefix: 'init' } }, 'initial', false],
  [{ 'anything-but': { prefix: 'init' } }, 'done', true],
  [{ 'anything-but': { suffix: ['.tmp', '.log'] } }, 'a.log', false],
  [{ 'anything-but': { 'equals-ignore-case': 'x' } }, 'X', false],
  [{ 'anything-but': { wildcard: '*/lib/*' } }, 'a/lib/b', false],
  [{ numeric: ['>', 0, '<=', 5] }, 5, true],
  [{ numeric: ['>', 0, '<=', 5] }, 0, false],
  [{ numeric: ['=', 3] }, '3', false],
  [{ numeric: ['<', -1] }, -2, true],
  [{ numeric: ['>=', 1e3] }, 1000, true],
  [{ exists: true }, 'x', true],
  [{ exists: true }, undefined, false],
  [{ exists: true }, { nested: 1 }, false],
  [{ exists: false }, undefined, true],
  [{ exists: false }, null, false],
  [{ wildcard: 'a*c' }, 'abbc', true],
  [{ wildcard: 'a*c' }, 'abcd', false],
  [{ wildcard: 'ab*ba' }, 'aba', false],
  [{ wildcard: 'a\\*c' }, 'a*c', true],
  [{ wildcard: 'a\\*c' }, 'abc', false],
  [{ wildcard: 'a\\\\*c' }, 'a\\bc', true],
];

describe('an event pattern', () => {
  it.each(cases)('with %j judges %j as %s', (condition, value, expected) => {
    const event: JsonObject = value === undefined ? {} : { field: value };
    expect(matches({ field: [condition] }, event)).toBe(expected);
  });

  it('needs every field and any one of a field’s conditions', () => {
    const pattern = { source: ['shop'], detail: { total: [{ numeric: ['>', 10] }, 'free'] } };
    expect(matches(pattern, { source: 'shop', detail: { total: 11 } })).toBe(true);
    expect(matches(pattern, { source: 'shop', detail: { total: 'free' } })).toBe(true);
    expect(matches(pattern, { source: 'shop', detail: { total: 9 } })).toBe(false);
    expect(matches(pattern, { source: 'other', detail: { total: 11 } })).toBe(false);
  });

  it('takes one of the alternatives of $or, on any level, together with the fields beside it', () => {
    const pattern = { a: ['x'], $or: [{ b: [1] }, { c: { d: [2] } }] };
    expect(matches(pattern, { a: 'x', b: 1 })).toBe(true);
    expect(matches(pattern, { a: 'x', c: { d: 2 } })).toBe(true);
    expect(matches(pattern, { a: 'x', b: 2 })).toBe(false);
    expect(matches(pattern, { a: 'y', b: 1 })).toBe(false);
  });

  it('matches an array of objects only by one object that fits whole', () => {
    const pattern = { lines: { sku: ['A'], quantity: [2] } };
    expect(matches(pattern, { lines: [{ sku: 'A', quantity: 2 }] })).toBe(true);
    expect(
      matches(pattern, {
        lines: [
          { sku: 'A', quantity: 1 },
          { sku: 'B', quantity: 2 },
        ],
      }),
    ).toBe(false);
  });

  it('holds for an absent field below an absent branch', () => {
    expect(matches({ detail: { error: [{ exists: false }] } }, {})).toBe(true);
  });

  it('does not see what objects inherit', () => {
    expect(matches({ constructor: [{ exists: true }] }, {})).toBe(false);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'not an object'],
    ['{}', 'empty'],
    ['{"a":"x"}', 'a scalar instead of a list'],
    ['{"a":[]}', 'an empty list'],
    ['{"a":{}}', 'an empty object'],
    ['{"a":[{"like":"x"}]}', 'an unknown operator'],
    ['{"a":[{"toString":"x"}]}', 'an operator by an inherited name'],
    ['{"a":[{"prefix":"x","suffix":"y"}]}', 'two operators in one'],
    ['{"a":[{"prefix":5}]}', 'a prefix that is a number'],
    ['{"a":[{"exists":"yes"}]}', 'exists with a text'],
    ['{"a":[{"numeric":[">"]}]}', 'a comparison without a bound'],
    ['{"a":[{"numeric":["~",1]}]}', 'an unknown comparison'],
    ['{"a":[{"anything-but":["x",1]}]}', 'mixed exclusions'],
    ['{"a":[{"anything-but":{"numeric":["=",1]}}]}', 'an exclusion that AWS does not know'],
    ['{"a":[{"wildcard":"a**b"}]}', 'two stars in a row'],
    ['{"a":[{"wildcard":"a\\\\b"}]}', 'an escape of nothing'],
    ['{"a":[["x"]]}', 'a list in a list'],
    ['{"$or":[{"a":[1]}]}', 'a single alternative'],
  ])('is refused when it is %s: %s', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(expect.objectContaining({ type: 'InvalidEventPatternException' }));
  });
});

/** The pattern that asks for just what the value holds; undefined when it holds nothing to ask for. */
function patternOf(value: Json): Json | undefined {
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  if (!isObject(value)) return [value];
  const fields = Object.entries(value).map(([name, field]) => [name, patternOf(field)] as const);
  const asked = fields.filter((field): field is readonly [string, Json] => field[1] !== undefined);
  return asked.length > 0 ? Object.fromEntries(asked) : undefined;
}

const key = fc.constantFrom('a', 'b', 'c');
const scalar = fc.oneof(fc.string({ maxLength: 5 }), fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.constant(null));
const event: fc.Arbitrary<JsonObject> = fc.dictionary(
  key,
  fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(key, scalar)),
);

describe('patterns in general', () => {
  it('made of an event’s own values always match it', () => {
    fc.assert(
      fc.property(event, (value) => {
        const pattern = patternOf(value);
        fc.pre(isObject(pattern));
        return matches(pattern, value);
      }),
    );
  });

  it('exists and its opposite never agree', () => {
    fc.assert(
      fc.property(event, key, (value, name) => {
        const hasField = matches({ [name]: [{ exists: true }] }, value);
        return hasField !== matches({ [name]: [{ exists: false }] }, value);
      }),
    );
  });

  it('anything-but is the opposite of equality on a single value', () => {
    fc.assert(
      fc.property(scalar, scalar, (value, other) => {
        const isEqual = matches({ a: [other] }, { a: value });
        return isEqual !== matches({ a: [{ 'anything-but': other }] }, { a: value });
      }),
    );
  });

  it('a wildcard agrees with the regular expression it stands for', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    const value = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    fc.assert(
      fc.property(letters, value, (pattern, text) => {
        fc.pre(!pattern.includes('**'));
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
        return matches({ a: [{ wildcard: pattern }] }, { a: text }) === expected;
      }),
    );
  });

  it('whatever is given is either refused as invalid or compiled', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          return typeof compilePattern(text) === 'function';
        } catch (error) {
          return (error as { type?: string }).type === 'InvalidEventPatternException';
        }
      }),
    );
  });
});
