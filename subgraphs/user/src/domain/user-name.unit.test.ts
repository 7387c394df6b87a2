import { describe, expect, it } from 'vitest';
import { parseUserName } from './user-name.ts';

describe('names', () => {
  it.each(['Ada', 'Jean-Luc O’Neill 3rd', 'नेहा', '李小龙', 'می‌خواهم', '👩‍🚀', 'x'.repeat(100), '😀'.repeat(100)])(
    'may be %s',
    (text) => {
      expect(parseUserName(text)).toBe(text);
    },
  );

  it('lose the blanks around them and are composed', () => {
    expect(parseUserName('  Jose\u0301\n')).toBe('José');
  });

  it.each([
    '',
    '   ',
    '\u200d',
    '\u0301',
    'a\u0000b',
    'a\nb',
    'a\u202eb',
    'a\ud800b',
    'x'.repeat(101),
    'x'.repeat(1_000_000),
  ])('may not be %j', (text) => {
    expect(parseUserName(text)).toBeNull();
  });
});
