import { describe, expect, it } from 'vitest';
import { commitTogether } from './commit-together.ts';

describe('commits', () => {
  it('are shared by those who ask in the same turn, in their order', async () => {
    const commits: number[][] = [];
    const commit = commitTogether((items: number[]) => void commits.push(items));
    await Promise.all([commit([1, 2]), commit([3])]);
    await commit([4]);
    expect(commits).toEqual([[1, 2, 3], [4]]);
  });

  it('that fail reject all who shared them, and none who come later', async () => {
    let isDiskFull = true;
    const commit = commitTogether(() => {
      if (isDiskFull) throw new Error('disk full');
    });
    const outcomes = await Promise.allSettled([commit(['a']), commit(['b'])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDiskFull = false;
    await expect(commit(['c'])).resolves.toBeUndefined();
  });
});
