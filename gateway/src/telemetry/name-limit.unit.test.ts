import { describe, expect, it } from 'vitest';
import { createNameLimit } from './name-limit.ts';

describe('names of operations as values of a metric', () => {
  it('are kept as long as they are few, and are one name beyond', () => {
    const nameOf = createNameLimit(2);
    expect(['A', 'B', 'C', 'A', 'D'].map(nameOf)).toEqual(['A', 'B', '(other)', 'A', '(other)']);
    expect(nameOf(null)).toBe('(unnamed)');
  });
});
