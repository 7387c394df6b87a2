import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { askedParts, connectionPaths } from './asked-parts.ts';

/** The first field of a query, as a resolver gets it. */
const infoOf = (query: string) => {
  const { definitions } = parse(query);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  return {
    fieldNodes: operation?.selectionSet.selections.filter(({ kind }) => kind === Kind.FIELD) as FieldNode[],
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
};
const asked = (query: string, paths: readonly (readonly string[])[] = connectionPaths) =>
  [...askedParts(infoOf(query), paths)].sort();

describe('the parts of products that a query asks for', () => {
  it.each([
    ['{ products { nodes { title } } }', []],
    ['{ products { nodes { options { name } } edges { node { media { url } } } } }', ['media', 'options']],
    ['{ products { nodes { seo { title } } } }', ['details']],
    ['{ products { nodes { all: variants { title } } } }', ['variants']],
    ['{ products { nodes { all: variants { sku } } } }', ['variantDetails', 'variants']],
    ['{ products { nodes { variants { image { url } } } } }', ['media', 'variantDetails', 'variants']],
    ['{ products { nodes { variants { price { amount } } } } }', ['prices', 'variants']],
    ['{ products { nodes { priceRange { min { amount } } } } }', ['prices', 'variants']],
    ['{ products { nodes { mediaCount variantCount } } }', ['media', 'variants']],
    ['{ products { nodes { availableForSale } } }', ['stock', 'variants']],
    ['{ products { pageInfo { hasNextPage } totalCount } }', []],
  ])('%s', (query, parts) => {
    expect(asked(query)).toEqual(parts);
  });

  it('are found in fragments, and below what stands at another level not', () => {
    const spread = `{ products { ...Page } } fragment Page on ProductConnection { nodes { ... on Product { ...Card } } }
      fragment Card on Product { variants { ...Price } } fragment Price on ProductVariant { price { amount } }`;
    expect(asked(spread)).toEqual(['prices', 'variants']);
    expect(asked('{ products { nodes { categories { products { nodes { media { url } } } } } } }')).toEqual([]);
  });

  it('of an entity are those below the field itself', () => {
    expect(asked('{ _entities(representations: []) { ... on Product { media { url } } } }', [[]])).toEqual(['media']);
  });
});
