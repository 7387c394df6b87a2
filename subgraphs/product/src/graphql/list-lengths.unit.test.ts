import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misjudgedLists } from '@cartograph/graph-limits';
import { expect, it } from 'vitest';
import { MAX_OPTIONS } from '../domain/catalog-csv/read-options.ts';

const schema = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');

it('takes no list to be shorter than it can be', () => {
  const longest = {
    'Product.options': MAX_OPTIONS,
    'ProductVariant.options': MAX_OPTIONS,
    // A row of a file names one.
    'Product.categories': 1,
    '*.userErrors': 1,
  };
  expect(misjudgedLists(schema, longest)).toEqual([]);
});
