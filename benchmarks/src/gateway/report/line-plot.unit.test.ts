import { describe, expect, it } from 'vitest';
import { linePlot } from './line-plot.ts';

describe('a plot of lines', () => {
  it('has a place for every point, higher for more, and names every line', () => {
    const svg = linePlot({
      title: 'a < b',
      x: 'load',
      y: 'ms',
      series: [
        {
          name: 'one',
          points: [
            [10, 1],
            [100, 100],
          ],
        },
        { name: 'two', points: [[10, 10]] },
      ],
    });
    const places = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map((found) => found.slice(1).map(Number));
    expect(places).toEqual([
      [70, 350],
      [570, 40],
      [70, 195],
    ]);
    expect(svg).toContain('>one</text>');
    expect(svg).toContain('>two</text>');
    expect(svg).toContain('a &lt; b');
  });
});
