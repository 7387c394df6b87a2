import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SourceFile {
  /** Relative to the root. */
  path: string;
  lines: number;
}

/** Lines per file. Half of the files stay below the median, nine tenths below the 90th percentile. */
export const budget = { median: 80, percentile90: 200, file: 300 } as const;

const generated = /(^|\/)(node_modules|generated|dist|coverage|\.cartograph|\.turbo|cdk\.out)(\/|$)/;

/** Every TypeScript file that people write, with its number of lines. */
export const readSourceFiles = async (root: string): Promise<SourceFile[]> => {
  const paths = globSync('**/*.{ts,tsx,cts,mts}', { cwd: root, exclude: (path) => generated.test(path) });
  return Promise.all(
    paths.sort().map(async (path) => ({ path, lines: countLines(await readFile(join(root, path), 'utf8')) })),
  );
};

const countLines = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** What is wrong with the sizes, one sentence each; empty when every budget holds. */
export const overBudget = (files: SourceFile[]): string[] => {
  const sizes = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const median = percentile(sizes, 0.5);
  const percentile90 = percentile(sizes, 0.9);
  return [
    ...(files.length === 0 ? ['No source file was found: the check looks in the wrong place.'] : []),
    ...files
      .filter(({ lines }) => lines > budget.file)
      .map(({ path, lines }) => `${path} has ${lines} lines, more than ${budget.file}.`),
    ...(median > budget.median ? [`The median file has ${median} lines, more than ${budget.median}.`] : []),
    ...(percentile90 > budget.percentile90
      ? [`One file in ten has more than ${percentile90} lines, the limit is ${budget.percentile90}.`]
      : []),
  ];
};

const percentile = (sorted: number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
