import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resilienceConfig, resilienceOf, resilienceTable } from './resilience-settings.ts';

const read = (environment: Record<string, string>) => z.object(resilienceConfig).safeParse(environment);

describe('the settings by which subgraphs are asked', () => {
  it('are those of all, but for what one subgraph has of its own', () => {
    const config = z.object(resilienceConfig).parse({
      SUBGRAPH_TIMEOUT_MS: '3000',
      SUBGRAPH_SETTINGS: '{"payment":{"timeoutMs":20000}}',
    });
    expect(resilienceOf(config, 'payment')).toMatchObject({ timeoutMs: 20_000, connections: 64 });
    expect(resilienceOf(config, 'order')).toMatchObject({ timeoutMs: 3_000, connections: 64 });
  });

  it.each([
    '{"payment":{"timeout":5}}',
    '{"payment":{"breakerPercent":100}}',
    '{"payment":{"concurrency":0}}',
    'payment',
  ])('are refused when they say %s', (text) => {
    expect(read({ SUBGRAPH_SETTINGS: text }).success).toBe(false);
  });

  it('are the ones people read of', async () => {
    const page = await readFile(new URL('../../../docs/resilience.md', import.meta.url), 'utf8');
    const rows = page.matchAll(/^\| `(?<variable>SUBGRAPH_\w+)` +\| (?<byDefault>\d+) +\| `(?<name>\w+)`/gm);
    const told = [...rows].map(({ groups }) => [groups?.['name'], groups?.['variable'], Number(groups?.['byDefault'])]);
    expect(told).toEqual(
      Object.entries(resilienceTable).map(([name, { variable, byDefault }]) => [name, variable, byDefault]),
    );
  });
});
