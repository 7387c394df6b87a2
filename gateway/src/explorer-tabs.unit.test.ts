import { readFile } from 'node:fs/promises';
import { apiSchemaOf } from '@cartograph/composition';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { explorerTabs } from './explorer-tabs.ts';

describe('the tabs of the explorer', () => {
  it('each hold an operation that the graph understands, and variables it declares', async () => {
    const supergraph = await readFile(new URL('../supergraph.graphql', import.meta.url), 'utf8');
    const schema = buildSchema(apiSchemaOf(supergraph));
    const problems = explorerTabs.flatMap(({ query }) => validate(schema, parse(query)).map(({ message }) => message));
    expect(explorerTabs.length).toBeGreaterThan(5);
    expect(problems).toEqual([]);
    for (const { query, variables } of explorerTabs)
      for (const name of Object.keys(JSON.parse(variables ?? '{}') as object)) expect(query).toContain(`$${name}`);
  });
});
