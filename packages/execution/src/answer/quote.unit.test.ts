import { describe, expect, it } from 'vitest';
import { quote } from './quote.ts';

describe('a string as JSON', () => {
  it.each([
    '',
    'plain',
    'a "quotation"',
    'back\\slash',
    'line\nbreak',
    '\u0000',
    '\ud800 alone',
    '😀',
    '\u2028',
    'ünïcode',
  ])('is what JSON.stringify makes of it: %j', (text) => {
    for (const long of [text, text.padEnd(200, 'x')]) expect(quote(long)).toBe(JSON.stringify(long));
  });
});
