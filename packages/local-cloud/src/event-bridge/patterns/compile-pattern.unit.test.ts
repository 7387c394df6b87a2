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
  ['', '', true],
  ['', null, false],
  [null, '', false],
  [null, [null], true],
  [{ prefix: 'eu-' }, 'eu-central-1', true],
  [{ prefix: 'eu-' }, 'us-east-1', false],
  [{ prefix: 'eu-' }, 5, false],
  [{ prefix: { 'equals-ignore-case': 'EU-' } }, 'eu-west-1', true],
  [{ prefix: { 'equals-ignore-case': 'EU-' } }, 'us-west-1', false],
  [{ prefix: 'a' }, ['b', 'ab'], true],
  [{ prefix: '' }, 'anything', true],
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
  [{ 'anything-but': [1, 2] }, 2, false],
  [{ 'anything-but': 'a' }, ['a', 'b'], true],
  [{ 'anything-but': 'a' }, ['a'], false],
  [{ 'anything-but': { prefix: ['init', 'start'] } }, 'started', false],
  [{ 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }, 'Y', false],
  [{ 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }, 'z', true],
  [{ 'anything-but': { wildcard: ['*/lib/*', '*/bin/*'] } }, 'a/bin/b', false],
  [{ 'anything-but': { wildcard: ['*/lib/*', '*/bin/*'] } }, 'a/src/b', true],
  [{ 'anything-but': { suffix: '.png' } }, 5, true],
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
  [{ numeric: ['>', -5e9] }, 5_000_000_001, false],
  [{ cidr: '10.0.0.0/24' }, '10.0.0.255', true],
  [{ cidr: '10.0.0.0/24' }, '10.0.1.0', false],
  [{ cidr: '10.0.0.7/32' }, '10.0.0.7', true],
  [{ cidr: '0.0.0.0/0' }, '192.168.1.1', true],
  [{ cidr: '10.0.0.0/24' }, 'ten', false],
  [{ cidr: '10.0.0.0/24' }, 10, false],
  [{ cidr: '2001:db8::/32' }, '2001:db8:1::5', true],
  [{ cidr: '2001:db8::/32' }, '2001:db9::5', false],
  [{ cidr: '0.0.0.0/0' }, '::1', false],
  [{ exists: true }, 'x', true],
  [{ exists: true }, '', true],
  [{ exists: true }, [], false],
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

/** A field with eleven alternatives below it. */
const elevenAlternatives = (name: string) => [
  name,
  { $or: Array.from({ length: 11 }, (_, n) => ({ [`f${n}`]: [n] })) },
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
    ['{"a":[{"numeric":["<",1,">",0]}]}', 'a range that begins with its top'],
    ['{"a":[{"numeric":[">",5,"<",5]}]}', 'a range with nothing in it'],
    ['{"a":[{"numeric":["=",1,"<",2]}]}', 'a range that begins with an equality'],
    ['{"a":[{"numeric":[">",1,"<",2,"<",3]}]}', 'a comparison of three terms'],
    ['{"a":[{"numeric":["<",6e9]}]}', 'a bound out of range'],
    ['{"a":[{"numeric":["<","1"]}]}', 'a bound that is a text'],
    ['{"a":[{"cidr":"10.0.0.0"}]}', 'a block without a length'],
    ['{"a":[{"cidr":"10.0.0.0/33"}]}', 'a block that is too long'],
    ['{"a":[{"cidr":"10.0.0/8"}]}', 'a block without an address'],
    ['{"a":[{"prefix":["x"]}]}', 'a list of prefixes'],
    ['{"a":[{"prefix":{"suffix":"x"}}]}', 'a prefix of something else'],
    ['{"a":[{"anything-but":null}]}', 'an exclusion of null'],
    ['{"a":[{"anything-but":[true]}]}', 'an exclusion of a boolean'],
    ['{"a":[{"anything-but":[]}]}', 'an exclusion of nothing'],
    ['{"a":[{"anything-but":{"prefix":""}}]}', 'an exclusion of every prefix'],
    ['{"a":[{"anything-but":{"prefix":{"equals-ignore-case":"x"}}}]}', 'an exclusion nested twice'],
    ['{"a":[{"anything-but":{"prefix":[]}}]}', 'an exclusion of no prefix'],
    ['{"a":[{"anything-but":["x",1]}]}', 'mixed exclusions'],
    ['{"a":[{"anything-but":{"numeric":["=",1]}}]}', 'an exclusion that AWS does not know'],
    ['{"a":[{"wildcard":"a**b"}]}', 'two stars in a row'],
    ['{"a":[{"wildcard":"a\\\\b"}]}', 'an escape of nothing'],
    ['{"a":[["x"]]}', 'a list in a list'],
    ['{"$or":[{"a":[1]}]}', 'a single alternative'],
    ['{"$or":{"a":[1]}}', 'alternatives that are no list'],
    ['{"$or":[1,2]}', 'alternatives that are no objects'],
    ['{"$or":[{"prefix":["a"]},{"b":[1]}]}', 'an alternative named as an operator'],
    [JSON.stringify({ a: ['x'.repeat(4096)] }), 'longer than the service takes'],
    [JSON.stringify(Object.fromEntries(['a', 'b', 'c'].map(elevenAlternatives))), 'more than a thousand combinations'],
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
      fc.property(scalar, fc.oneof(fc.string({ maxLength: 5 }), fc.integer({ min: -3, max: 3 })), (value, other) => {
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

  it('a CIDR block agrees with the bits it stands for', () => {
    const address = fc.nat({ max: 2 ** 32 - 1 });
    const dotted = (bits: number) => [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
    fc.assert(
      fc.property(address, fc.nat({ max: 32 }), fc.nat({ max: 32 }), (network, length, flipped) => {
        const near = flipped === 32 ? network : (network ^ (1 << flipped)) >>> 0;
        const isWithin = length === 0 || network >>> (32 - length) === near >>> (32 - length);
        return matches({ a: [{ cidr: `${dotted(network)}/${length}` }] }, { a: dotted(near) }) === isWithin;
      }),
    );
  });

  it('a list matches as soon as one of its conditions does, whatever their order', () => {
    const condition = fc.oneof(scalar, fc.constant({ exists: false }), fc.constant({ prefix: 'a' }));
    fc.assert(
      fc.property(event, fc.array(condition, { minLength: 1, maxLength: 4 }), (value, conditions) => {
        const one = conditions.some((wanted) => matches({ a: [wanted] }, value));
        return matches({ a: conditions }, value) === one && matches({ a: conditions.toReversed() }, value) === one;
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
