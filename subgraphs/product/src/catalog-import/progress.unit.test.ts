import { describe, expect, it } from 'vitest';
import { emptySummary } from '../use-cases/import-summary.ts';
import { createProgress } from './progress.ts';

/** An output that remembers, and a clock that is set by hand. */
const shown = (isTTY: boolean) => {
  const written: string[] = [];
  let nowMs = 0;
  const progress = createProgress({ isTTY, write: (text: string) => written.push(text) }, () => nowMs);
  return {
    written,
    progress,
    at: (ms: number) => {
      nowMs = ms;
    },
  };
};
const summary = { ...emptySummary(200), done: 50 };

describe('the progress of an import', () => {
  it('is one changing line on a screen, and gone at the end', () => {
    const { written, progress, at } = shown(true);
    progress.show(summary);
    at(150);
    progress.show(summary);
    progress.end();
    expect(written).toEqual(['\r50 of 200 products (25 %)\u001b[K', '\r\u001b[K']);
  });

  it('is a line now and then in a log', () => {
    const { written, progress, at } = shown(false);
    at(4_000);
    progress.show(summary);
    at(5_000);
    progress.show({
      ...summary,
      refused: [{ file: 'a.csv', handle: 'a', lines: [2, 2], change: 'REFUSED', reasons: [] }],
    });
    progress.end();
    expect(written).toEqual(['50 of 200 products (25 %), 1 refused\n']);
  });
});
