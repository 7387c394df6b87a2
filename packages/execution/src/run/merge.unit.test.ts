import { describe, expect, it } from 'vitest';
import { mergeInto } from './merge.ts';

const merged = (target: Record<string, unknown>, source: Record<string, unknown>) => {
  mergeInto(target, source);
  return target;
};

describe('merging what came into the data', () => {
  it('takes what is new as it is, without a copy', () => {
    const list = [{ id: 1 }];
    expect(merged({}, { list })['list']).toBe(list);
  });

  it('joins parts of one nested object, also in lists of lists', () => {
    expect(merged({ a: { b: 1 }, l: [[{ x: 1 }], null] }, { a: { c: 2 }, l: [[{ y: 2 }], null] })).toEqual({
      a: { b: 1, c: 2 },
      l: [[{ x: 1, y: 2 }], null],
    });
  });

  it('takes the later value of a leaf, and null for what a later answer says is null', () => {
    expect(merged({ a: 1, b: { c: 1 } }, { a: 2, b: null })).toEqual({ a: 2, b: null });
  });

  it('takes a field called __proto__ for a field', () => {
    const target = merged({}, JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, unknown>);
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(Object.hasOwn(target, '__proto__')).toBe(true);
  });
});
