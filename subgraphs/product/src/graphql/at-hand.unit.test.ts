import DataLoader from 'dataloader';
import { describe, expect, it } from 'vitest';
import { allOf, atHand, thenWith } from './at-hand.ts';

describe('what is at hand', () => {
  const counted = () => {
    const asked: string[] = [];
    const loader = new DataLoader<string, string>(async (keys) => {
      asked.push(...keys);
      return keys.map((key) => `read ${key}`);
    });
    return { asked, parts: atHand(loader) };
  };

  it('is there at once, and what is not is read', async () => {
    const { asked, parts } = counted();
    parts.remember('a', 'brought a');
    expect(parts.load('a')).toBe('brought a');
    expect(await parts.load('b')).toBe('read b');
    expect(asked).toEqual(['b']);
  });

  it('is read anew when it was forgotten', async () => {
    const { asked, parts } = counted();
    await parts.load('a');
    parts.forget('a');
    parts.remember('b', 'old');
    parts.forget('b');
    expect(await Promise.all([parts.load('a'), parts.load('b')])).toEqual(['read a', 'read b']);
    expect(asked).toEqual(['a', 'a', 'b']);
  });

  it('goes on at once, or later with what comes later', async () => {
    expect(thenWith(2, (two) => two + 1)).toBe(3);
    expect(await thenWith(Promise.resolve(2), (two) => two + 1)).toBe(3);
    expect(allOf([1, 2])).toEqual([1, 2]);
    const mixed = allOf([1, Promise.resolve(2)]);
    expect(mixed).toBeInstanceOf(Promise);
    expect(await mixed).toEqual([1, 2]);
  });
});
