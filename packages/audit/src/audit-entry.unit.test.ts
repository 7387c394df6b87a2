import { describe, expect, it } from 'vitest';
import { parseReason } from './audit-entry.ts';

describe('a reason', () => {
  it('is 3 to 500 characters without the blanks around them', () => {
    expect(parseReason('  by phone ')).toBe('by phone');
    expect(parseReason('x'.repeat(500))).toHaveLength(500);
  });

  it.each([null, undefined, '', '   ', ' no ', 'x'.repeat(501), 'a\0bc'])('is not %j', (text) => {
    expect(parseReason(text)).toBeNull();
  });
});
