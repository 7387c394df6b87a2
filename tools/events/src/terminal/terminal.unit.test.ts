import { describe, expect, it } from 'vitest';
import { duration } from './duration.ts';
import { plainText } from './plain-text.ts';
import { table } from './table.ts';

describe('a table', () => {
  it('is as wide as its widest cell, with numbers to the right', () => {
    expect(
      table([
        { queue: 'product', waiting: 7 },
        { queue: 'payment', waiting: 12_345 },
      ]),
    ).toBe(['queue    waiting', 'product        7', 'payment   12,345'].join('\n'));
  });

  it('says what is to be said when there is nothing', () => {
    expect(table([], 'No dead letters.')).toBe('No dead letters.');
  });

  it('keeps a cell on one line', () => {
    expect(table([{ reason: 'not an envelope:\n  bad' }])).toBe('reason\nnot an envelope: bad');
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [12.4, '12 ms'],
    [1_500, '1.5 s'],
    [180_000, '3 min'],
    [8_280_000, '2.3 h'],
    [172_800_000, '2 d'],
  ])('of %d ms reads %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe('text from a queue', () => {
  it('cannot steer the terminal it is shown on', () => {
    expect(plainText('fine\u001B[2J\u202Egone')).toBe('fine\uFFFD[2J\uFFFDgone');
  });
});
