import { newId } from '@cartograph/ids';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Product } from '../domain/product.ts';
import type { CatalogReads, Parts } from '../use-cases/catalog-reads.ts';
import { createProductLoaders } from './product-loaders.ts';

const aProduct: Product = { id: newId('product'), slug: 'mug', title: 'Mug', status: 'ACTIVE', version: 1 };

const asking = (fields: string) => {
  const [operation] = parse(`{ product ${fields} }`).definitions as OperationDefinitionNode[];
  const fieldNodes = (operation?.selectionSet.selections ?? []).filter((one) => one.kind === Kind.FIELD);
  return { fieldNodes, fragments: {} };
};

it('a statement under way brings what was asked when it was sent: its rows have nothing that is asked for later', async () => {
  const sent: Parts[] = [];
  const productsById: CatalogReads['productsById'] = async (_, parts) => {
    sent.push(parts);
    return [{ product: aProduct, details: undefined, options: undefined, media: undefined, variants: undefined }];
  };
  const loaders = createProductLoaders({ productsById } as CatalogReads);
  loaders.askFor(asking('{ variants { title } }'));
  expect(await loaders.productById.load(aProduct.id)).toBe(aProduct);
  loaders.askFor(asking('{ variants { sku } }'));
  expect(sent.map((parts) => [...parts])).toEqual([['variants']]);
});
