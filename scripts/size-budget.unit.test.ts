import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './root.ts';
import { overBudget, readSourceFiles } from './size-budget.ts';

const filesOf = (...lines: number[]) => lines.map((count, at) => ({ path: `file-${at}.ts`, lines: count }));

describe('the size budgets', () => {
  it('look at the files of this workspace', async () => {
    const paths = (await readSourceFiles(root)).map(({ path }) => path);
    expect(paths).toContain('scripts/size-budget.unit.test.ts');
    expect(paths.filter((path) => /node_modules|\/generated\//.test(path))).toEqual([]);
  });

  it('find a file that is too long, on the disk', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'cartograph-sizes-'));
    await mkdir(join(dir, 'gateway/src/generated'), { recursive: true });
    await writeFile(join(dir, 'gateway/src/main.ts'), 'x;\n'.repeat(301));
    await writeFile(join(dir, 'gateway/src/generated/types.ts'), 'x;\n'.repeat(5_000));
    const complaints = overBudget(await readSourceFiles(dir));
    await rm(dir, { recursive: true });
    expect(complaints).toContain('gateway/src/main.ts has 301 lines, more than 300.');
    expect(complaints.join()).not.toContain('generated');
  });

  it('hold for small files with one long one among ten', () => {
    expect(overBudget(filesOf(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 290))).toEqual([]);
  });

  it('speak of the median when every file is of middling length', () => {
    expect(overBudget(filesOf(90, 90, 90))).toEqual(['The median file has 90 lines, more than 80.']);
  });

  it('speak of the ninth tenth when too many files are long', () => {
    expect(overBudget(filesOf(10, 10, 10, 250, 250)).join()).toContain('One file in ten has more than 250 lines');
  });

  it('do not pass when no file was read', () => {
    expect(overBudget([])).toEqual(['No source file was found: the check looks in the wrong place.']);
  });
});
