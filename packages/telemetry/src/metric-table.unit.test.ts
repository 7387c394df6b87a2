import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { metricTable } from './index.ts';

const documented = async () => {
  const text = await readFile(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');
  const row = /^\| `(?<name>[a-z_.]+)` +\| (?<kind>\w+) +\| `(?<unit>[^`]+)` +\| (?<description>.+?) +\|$/gm;
  return [...text.matchAll(row)].map(({ groups }) => ({ ...groups }));
};

describe('the table of metrics', () => {
  it('is the one people read', async () => {
    const table = Object.entries(metricTable).map(([name, metric]) => ({ name, ...metric }));
    expect(table.length).toBeGreaterThan(10);
    expect(await documented()).toEqual(table);
  });
});
