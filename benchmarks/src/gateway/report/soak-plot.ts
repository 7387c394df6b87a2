import { readFile } from 'node:fs/promises';
import { linePlot } from './line-plot.ts';

type Reading = { operations: number; heapBytes: number; rssBytes: number };

const mebibyte = 1024 * 1024;

/** What `pnpm soak` last wrote, as a plot; null where it was never run here. */
export const readSoakPlot = async (path: string): Promise<string | null> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const readings = JSON.parse(text) as Reading[];
  const series = (name: string, bytesOf: (reading: Reading) => number) => ({
    name,
    points: readings.map((reading) => [reading.operations, bytesOf(reading) / mebibyte] as const),
  });
  return linePlot({
    title: 'memory by operations answered, no two alike',
    x: 'operations',
    y: 'MiB',
    series: [series('resident', ({ rssBytes }) => rssBytes), series('heap', ({ heapBytes }) => heapBytes)],
  });
};
