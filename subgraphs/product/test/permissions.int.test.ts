import { newId } from '@cartograph/ids';
import { anonymous, type Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProduct, csv } from './support/csv.ts';
import { countStatements, type ProductForTests, startProductForTests } from './support/start-product-for-tests.ts';

const staff: Viewer = { ...anonymous, userId: newId('user'), scopes: ['product:read:any'] };
const customer: Viewer = { ...anonymous, userId: newId('user'), scopes: ['product:read', 'order:read:any'] };

const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on Product { slug variants(includeInactive: true) { sku } } ... on ProductVariant { sku product { slug } } ... on Category { slug } } }`;

describe('who sees which product', () => {
  let shop: ProductForTests;
  const ids: Record<string, string> = {};

  const resolve = async (viewer: Viewer, representations: { __typename: string; id: unknown }[]) => {
    const answer = await shop.ask(viewer, entities, { representations });
    return answer.data?._entities ?? answer;
  };

  beforeAll(async () => {
    shop = await startProductForTests();
    await shop.importText(
      csv([
        aProduct({ handle: 'active', sku: 'A', type: 'Kitchen' }),
        aProduct({ handle: 'draft', sku: 'D', status: 'draft', type: 'Kitchen' }),
        aProduct({ handle: 'archived', sku: 'R', status: 'archived', type: 'Kitchen' }),
      ]),
    );
    const all = `{ active: product(slug: "active") { id variants { id } categories { id } } draft: product(slug: "draft") { id variants { id } }
      archived: product(slug: "archived") { id variants { id } } }`;
    const { data } = await shop.ask(staff, all);
    for (const name of ['active', 'draft', 'archived']) {
      ids[name] = data[name].id;
      ids[`${name}-variant`] = data[name].variants[0].id;
    }
    ids.category = data.active.categories[0].id;
  });
  afterAll(() => shop.stop());

  it.each([
    ['a guest', anonymous],
    ['a customer', customer],
  ])('lets %s find what is on sale, and nothing else', async (_, viewer) => {
    const query =
      '{ active: product(slug: "active") { slug } draft: product(slug: "draft") { slug } archived: product(slug: "archived") { slug } }';
    expect(await shop.ask(viewer, query)).toEqual({
      data: { active: { slug: 'active' }, draft: null, archived: null },
    });
    const byId = 'query ($id: ID!) { product(id: $id) { slug } }';
    expect(await shop.ask(viewer, byId, { id: ids.draft })).toEqual({ data: { product: null } });
  });

  it('lets whoever holds a reference, as an old order does, see what has been on sale, and never a draft', async () => {
    const representations = [
      { __typename: 'ProductVariant', id: ids['archived-variant'] },
      { __typename: 'Product', id: ids.draft },
      { __typename: 'Product', id: ids.archived },
      { __typename: 'ProductVariant', id: ids['draft-variant'] },
      { __typename: 'Category', id: ids.category },
      { __typename: 'Product', id: ids.active },
    ];
    expect(await resolve(anonymous, representations)).toEqual([
      { __typename: 'ProductVariant', sku: 'R', product: { slug: 'archived' } },
      null,
      { __typename: 'Product', slug: 'archived', variants: [{ sku: 'R' }] },
      null,
      { __typename: 'Category', slug: 'kitchen' },
      { __typename: 'Product', slug: 'active', variants: [{ sku: 'A' }] },
    ]);
  });

  it('shows staff drafts and the numbers behind the stock', async () => {
    expect(await resolve(staff, [{ __typename: 'ProductVariant', id: ids['draft-variant'] }])).toEqual([
      { __typename: 'ProductVariant', sku: 'D', product: { slug: 'draft' } },
    ]);
    const stock = '{ product(slug: "active") { variants { stock { available onHand reserved } } } }';
    const numbers = async (viewer: Viewer) => (await shop.ask(viewer, stock)).data.product.variants[0].stock;
    expect(await numbers(staff)).toEqual({ available: 5, onHand: 5, reserved: 0 });
    expect(await numbers(customer)).toEqual({ available: 5, onHand: null, reserved: null });
  });

  it('answers null for references to nothing, malformed ones and those of another kind', async () => {
    const odd = [newId('product'), '', 'product_', ids.category, 'x'.repeat(10_000), 7];
    const representations = odd.map((id) => ({ __typename: 'Product', id }));
    expect(await resolve(anonymous, representations)).toEqual(odd.map(() => null));
  });

  it('resolves any number of references by one statement a type', async () => {
    const once = [
      { __typename: 'Product', id: ids.active },
      { __typename: 'ProductVariant', id: ids['active-variant'] },
      { __typename: 'Category', id: ids.category },
    ];
    const many = Array.from({ length: 30 }, () => once).flat();
    const plain =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { slug } ... on ProductVariant { sku } ... on Category { slug } } }';
    const statements = await countStatements(() => shop.ask(anonymous, plain, { representations: many }));
    expect(statements).toHaveLength(3);
  });

  it('lets nobody in who is not sent by the gateway', async () => {
    const response = await fetch(`${shop.graphUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ categories { slug } }' }),
    });
    expect(response.status).toBe(401);
  });
});
