import { newId } from '@cartograph/ids';
import { anonymous, scopesOfRoles, type Viewer } from '@cartograph/viewer';
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

  describe('what the staff does to a product', () => {
    const merchandiser: Viewer = { ...anonymous, userId: newId('user'), scopes: scopesOfRoles(['MERCHANDISER']) };
    const admin: Viewer = { ...anonymous, userId: newId('user'), scopes: scopesOfRoles(['ADMIN']) };
    type Input = Record<string, unknown>;
    const does = async (viewer: Viewer, name: string, input: Input) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      const text = `mutation ($input: ${type}!) { ${name}(input: $input) { product { id status version variants { price { amountMinor } compareAtPrice { amountMinor } } }
        userErrors { __typename code path ... on VersionConflictError { currentVersion } ... on ProductStatusRefusedError { status } } } }`;
      const all = { idempotencyKey: crypto.randomUUID(), reason: 'asked for by the maker', ...input };
      return shop.ask(viewer, text, { input: all });
    };
    const done = async (name: string, input: Input) => (await does(merchandiser, name, input)).data[name];
    const aNewProduct = async (status: string) => {
      const handle = `staff-${crypto.randomUUID()}`;
      await shop.importText(csv([aProduct({ handle, status })]));
      const { data } = await shop.ask(staff, `{ product(slug: "${handle}") { id version variants { id } } }`);
      return { productId: data.product.id as string, variantId: data.product.variants[0].id as string };
    };
    const told = async (id: string) =>
      (await shop.events()).filter(({ aggregate_id }) => aggregate_id === id).map(({ name }) => name);
    const entries = async (subjectId: string) =>
      (await shop.ask(admin, `{ productAuditEntries(subjectId: "${subjectId}") { nodes { action actorId reason } } }`))
        .data.productAuditEntries.nodes;

    it('puts it on sale and takes it off, once for two clicks, each told to the others and to ADMIN', async () => {
      const { productId } = await aNewProduct('draft');
      const same = { productId, idempotencyKey: 'two-clicks' };
      const [one, other] = await Promise.all([done('publishProduct', same), done('publishProduct', same)]);
      expect(one).toMatchObject({ product: { status: 'ACTIVE', version: 2 }, userErrors: [] });
      expect(other).toEqual(one);
      expect((await done('publishProduct', { productId })).product).toMatchObject({ status: 'ACTIVE', version: 2 });
      expect((await done('archiveProduct', { productId, expectedVersion: 1 })).userErrors).toMatchObject([
        { __typename: 'VersionConflictError', currentVersion: 2 },
      ]);
      expect((await done('archiveProduct', { productId, expectedVersion: 2 })).product.status).toBe('ARCHIVED');
      expect(await told(productId)).toEqual(['ProductPublished', 'ProductArchived']);
      const by = { actorId: merchandiser.userId, reason: 'asked for by the maker' };
      expect(await entries(productId)).toEqual([
        { action: 'ARCHIVE_PRODUCT', ...by },
        { action: 'PUBLISH_PRODUCT', ...by },
      ]);
    });

    it('gives a variant another price in one currency, which a draft keeps to itself', async () => {
      const { productId, variantId } = await aNewProduct('active');
      const price = { amountMinor: '800', currency: 'EUR' };
      const compareAtPrice = { amountMinor: '1000', currency: 'EUR' };
      const changed = await done('changePrice', { variantId, price, compareAtPrice });
      expect(changed.product.variants).toEqual([
        { price: { amountMinor: '800' }, compareAtPrice: { amountMinor: '1000' } },
      ]);
      await done('changePrice', { variantId, price, compareAtPrice });
      expect(await told(productId)).toEqual(['ProductPublished', 'ProductUpdated', 'PriceChanged']);
      expect((await shop.events()).at(-1)?.data).toEqual({
        productId,
        variantId,
        prices: [{ currencyCode: 'EUR', amountMinor: '800' }],
      });
      expect(await entries(variantId)).toHaveLength(1);
      const draft = await aNewProduct('draft');
      expect((await done('changePrice', { variantId: draft.variantId, price })).userErrors).toEqual([]);
      expect(await told(draft.productId)).toEqual([]);
    });

    it('is refused with every fault named', async () => {
      const { productId, variantId } = await aNewProduct('active');
      const price = { amountMinor: '800', currency: 'EUR' };
      const faulty: [string, Input, string[]][] = [
        [
          'publishProduct',
          { productId: 'nonsense', reason: ' ', idempotencyKey: '' },
          ['productId', 'reason', 'idempotencyKey'],
        ],
        ['changePrice', { variantId, price: { amountMinor: '-1', currency: 'EUR' } }, ['price']],
        ['changePrice', { variantId, price: { amountMinor: '1000000000001', currency: 'EUR' } }, ['price']],
        ['changePrice', { variantId, price, compareAtPrice: price }, ['compareAtPrice']],
        [
          'changePrice',
          { variantId, price, compareAtPrice: { amountMinor: '900', currency: 'USD' } },
          ['compareAtPrice'],
        ],
      ];
      for (const [name, input, fields] of faulty) {
        const answer = await done(name, input);
        expect(answer.userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual(fields);
      }
      for (const input of [
        { productId: newId('product') },
        { productId: productId.replace(/.$/, (last) => (last === 'z' ? 'y' : 'z')) },
      ])
        expect((await done('archiveProduct', input)).userErrors).toMatchObject([{ code: 'PRODUCT_NOT_FOUND' }]);
      expect((await done('changePrice', { variantId: newId('variant'), price })).userErrors).toMatchObject([
        { code: 'PRODUCT_NOT_FOUND' },
      ]);
      expect(await told(productId)).toEqual(['ProductPublished']);
    });

    it('is for whoever has the scope, and its entries are for ADMIN; nobody changes them', async () => {
      const { productId } = await aNewProduct('active');
      for (const viewer of [anonymous, customer, staff])
        for (const name of ['publishProduct', 'archiveProduct'])
          expect((await does(viewer, name, { productId })).data).toBeNull();
      expect(await told(productId)).toEqual(['ProductPublished']);
      for (const change of ["UPDATE audit_entry SET reason = ''", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
        await expect(shop.rows(change)).rejects.toThrow(/append-only/);
      for (const viewer of [anonymous, customer, merchandiser])
        expect((await shop.ask(viewer, '{ productAuditEntries { nodes { id } } }')).data).toEqual({
          productAuditEntries: null,
        });
    });
  });
});
