export type PatternExample = [condition: unknown, value: unknown, isWanted: boolean];

/** By operator: a condition, the value of the field, and what AWS documents; `undefined` leaves the field out. */
export const patternExamples: Record<string, PatternExample[]> = {
  exact: [
    ['a', 'a', true],
    ['a', 'A', false],
    ['a', undefined, false],
    [5, 5, true],
    ['5', 5, false],
    [true, true, true],
  ],
  null: [
    [null, null, true],
    [null, undefined, false],
    [null, '', false],
  ],
  empty: [
    ['', '', true],
    ['', 'a', false],
    ['', null, false],
  ],
  array: [
    ['a', ['b', 'a'], true],
    ['a', ['b', 'c'], false],
    ['a', [], false],
  ],
  prefix: [
    [{ prefix: 'eu-' }, 'eu-west-1', true],
    [{ prefix: 'eu-' }, 'us-east-1', false],
    [{ prefix: 'a' }, ['b', 'ab'], true],
  ],
  'prefix ignoring case': [
    [{ prefix: { 'equals-ignore-case': 'EU-' } }, 'eu-west-1', true],
    [{ prefix: { 'equals-ignore-case': 'EU-' } }, 'us', false],
  ],
  suffix: [
    [{ suffix: '.png' }, 'a.png', true],
    [{ suffix: '.png' }, 'a.jpg', false],
  ],
  'suffix ignoring case': [
    [{ suffix: { 'equals-ignore-case': '.PNG' } }, 'a.png', true],
    [{ suffix: { 'equals-ignore-case': '.PNG' } }, 'png', false],
  ],
  'equals-ignore-case': [
    [{ 'equals-ignore-case': 'ALICE' }, 'alice', true],
    [{ 'equals-ignore-case': 'ALICE' }, 'alicia', false],
  ],
  'anything-but': [
    [{ 'anything-but': 'a' }, 'b', true],
    [{ 'anything-but': 'a' }, 'a', false],
    [{ 'anything-but': 'a' }, undefined, false],
    [{ 'anything-but': ['a', 'b'] }, 'b', false],
    [{ 'anything-but': [1, 2] }, 3, true],
  ],
  'anything-but prefix': [
    [{ 'anything-but': { prefix: 'init' } }, 'initial', false],
    [{ 'anything-but': { prefix: ['a', 'b'] } }, 'c', true],
  ],
  'anything-but suffix': [
    [{ 'anything-but': { suffix: '.png' } }, 'a.png', false],
    [{ 'anything-but': { suffix: ['.a', '.b'] } }, 'x.b', false],
  ],
  'anything-but ignoring case': [
    [{ 'anything-but': { 'equals-ignore-case': 'x' } }, 'X', false],
    [{ 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }, 'z', true],
  ],
  'anything-but wildcard': [
    [{ 'anything-but': { wildcard: '*/lib/*' } }, 'a/lib/b', false],
    [{ 'anything-but': { wildcard: '*/lib/*' } }, 'a/b', true],
  ],
  numeric: [
    [{ numeric: ['>', 0, '<=', 5] }, 5, true],
    [{ numeric: ['>', 0, '<=', 5] }, 0, false],
    [{ numeric: ['=', 3] }, 3.0, true],
    [{ numeric: ['=', 3] }, '3', false],
  ],
  exists: [
    [{ exists: true }, 'x', true],
    [{ exists: true }, undefined, false],
    [{ exists: false }, undefined, true],
    [{ exists: false }, null, false],
  ],
  wildcard: [
    [{ wildcard: 'a*c' }, 'abbc', true],
    [{ wildcard: 'a*c' }, 'abcd', false],
    [{ wildcard: 'a\\*c' }, 'a*c', true],
    [{ wildcard: 'a\\*c' }, 'abc', false],
  ],
  cidr: [
    [{ cidr: '10.0.0.0/24' }, '10.0.0.255', true],
    [{ cidr: '10.0.0.0/24' }, '10.0.1.0', false],
    [{ cidr: '2001:db8::/32' }, '2001:db8::5', true],
  ],
};
