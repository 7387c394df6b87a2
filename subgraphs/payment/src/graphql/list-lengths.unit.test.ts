import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misjudgedLists } from '@cartograph/graph-limits';
import { expect, it } from 'vitest';

const schema = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');

it('takes no list to be shorter than it can be', () => {
  const longest = { '*.userErrors': 1 };
  expect(misjudgedLists(schema, longest)).toEqual([]);
});
