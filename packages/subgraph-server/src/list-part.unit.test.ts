import { describe, expect, it } from 'vitest';
import { listEnd, listPart } from './list-part.ts';

const rows = Array.from({ length: 130 }, (_, index) => ({ id: `v${index}` }));
const idsOf = (...given: Parameters<typeof listPart>) => listPart(...given).map(({ id }) => id);

describe('the part of a list', () => {
  it('is its front, as usual or as many as are asked for', () => {
    expect(idsOf(rows, {})).toEqual(rows.slice(0, 20).map(({ id }) => id));
    expect(idsOf(rows, { first: null, after: null })).toHaveLength(20);
    expect(idsOf(rows, { first: 2 })).toEqual(['v0', 'v1']);
    expect(idsOf(rows, { first: 100 })).toHaveLength(100);
    expect(idsOf(rows, {}, { usual: 200, largest: 200 })).toHaveLength(130);
  });

  it('is the list itself where it is short: nothing is copied', () => {
    const short = rows.slice(0, 20);
    expect(listPart(short, {})).toBe(short);
  });

  it('goes on behind one of the list until nothing follows', () => {
    expect(idsOf(rows, { first: 2, after: 'v1' })).toEqual(['v2', 'v3']);
    expect(idsOf(rows, { after: 'v128' })).toEqual(['v129']);
    expect(idsOf(rows, { after: 'v129' })).toEqual([]);
  });

  it.each([0, -1, 101])('refuses a size of %d, and says which there are', (first) => {
    const code = 'BAD_USER_INPUT';
    expect(() => listPart(rows, { first })).toThrow(
      expect.objectContaining({
        message: 'first is a number from 1 to 100; ask for what follows with after.',
        extensions: { code },
      }),
    );
  });

  it('refuses to go on behind what is not in the list', () => {
    expect(() => listPart(rows, { after: 'v130' })).toThrow('after is the id of one in this list');
    expect(() => listPart(rows, { after: '' })).toThrow('after is the id of one in this list');
  });
});

describe('the end of a list', () => {
  it('is its newest, oldest first', () => {
    expect(listEnd(rows, 2)).toEqual([{ id: 'v128' }, { id: 'v129' }]);
    expect(listEnd(rows, null)).toEqual(rows.slice(-50));
    expect(listEnd(rows, 1_000)).toBe(rows);
  });

  it.each([0, 1_001])('refuses a size of %d', (last) => {
    expect(() => listEnd(rows, last)).toThrow('last is a number from 1 to 1000');
  });
});
