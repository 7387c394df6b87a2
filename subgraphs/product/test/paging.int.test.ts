import { anonymous } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProduct, csv } from './support/csv.ts';
import { countStatements, type ProductForTests, startProductForTests } from './support/start-product-for-tests.ts';

const page = `nodes { slug } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

type Page = {
  nodes: { slug: string }[];
  edges: { cursor: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

describe('pages of products', () => {
  let shop: ProductForTests;
  let all: string[];

  const answered = async (query: string, variables?: Record<string, unknown>) => {
    const answer = await shop.ask(anonymous, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const read = async (args: string): Promise<Page> => (await answered(`{ products(${args}) { ${page} } }`)).products;
  const slugsOf = ({ nodes }: Page) => nodes.map(({ slug }) => slug);

  beforeAll(async () => {
    shop = await startProductForTests();
    const rows = Array.from({ length: 105 }, (_, i) => [
      aProduct({
        handle: `p${i}`,
        type: `Group ${i % 3} > Sub ${i % 5}`,
        ...(i % 2 === 0 && { vendor: 'Havn', tags: `a, b${i}`, sku: `P${i}` }),
        option: 'Size',
        value: 'S',
        image: `/media/p${i}.svg`,
      }),
      { handle: `p${i}`, value: 'L', price: '12.00', quantity: 1, image: `/media/p${i}.svg?view=detail` },
    ]);
    await shop.importText(csv(rows.flat()));
    const found = await shop.rows<{ slug: string }>('SELECT slug FROM product ORDER BY id');
    all = found.map(({ slug }) => slug);
  });
  afterAll(() => shop.stop());

  it('cover the whole list once, forwards', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const found = await read(`first: 20 ${after}`);
      seen.push(...slugsOf(found));
      if (!found.pageInfo.hasNextPage) break;
      after = `after: "${found.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(all);
  });

  it('cover the whole list once, backwards, each page in the order of the list', async () => {
    let seen: string[] = [];
    let before = '';
    for (;;) {
      const found = await read(`last: 20 ${before}`);
      seen = [...slugsOf(found), ...seen];
      if (!found.pageInfo.hasPreviousPage) break;
      before = `before: "${found.pageInfo.startCursor}"`;
    }
    expect(seen).toEqual(all);
  });

  it('have 24 products unless told otherwise, and know what lies around them', async () => {
    const first = await read('query: ""');
    expect(slugsOf(first)).toEqual(all.slice(0, 24));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(first.edges.map(({ cursor }) => cursor).at(-1)).toBe(first.pageInfo.endCursor);
    const second = await read(`first: 24, after: "${first.pageInfo.endCursor}"`);
    expect(slugsOf(second)).toEqual(all.slice(24, 48));
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(second.totalCount).toBe(105);
  });

  it('are empty behind the end', async () => {
    const last = await read('last: 1');
    const behind = await read(`first: 1, after: "${last.pageInfo.endCursor}"`);
    expect(behind).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, startCursor: null, endCursor: null } });
  });

  it('cost the same few statements for 1, 10 and 100 products', async () => {
    const whole = `{ nodes { title availableForSale options { name } media { url } categories { title parent { title } }
      priceRange { min { amount } } variants { price { amount } stock { available } image { url } product { slug } } } }`;
    const counts = [];
    for (const first of [1, 10, 100]) {
      const statements = await countStatements(async () => {
        const answer = await shop.ask(anonymous, `{ products(first: ${first}) ${whole} }`);
        expect(answer.errors).toBeUndefined();
        expect(answer.data.products.nodes).toHaveLength(first);
      });
      counts.push(statements.length);
    }
    // products with all that belongs to them alone, categories, their parents
    expect(counts).toEqual([3, 3, 3]);
  });

  it('cost one statement with all parts of their products, by whatever way they are asked for', async () => {
    const parts = `{ title availableForSale options { name values } media { url } priceRange { min { amount } }
      variants { options { name value } price { amount } compareAtPrice { amount } stock { available } image { url } } }`;
    const fragment = `fragment Card on Product ${parts}`;
    const ways = [
      `{ products { nodes ${parts} } }`,
      `{ products { edges { node { ...Card } } } } ${fragment}`,
      `{ products(first: 3) { nodes { ... on Product { ...Card } } more: nodes { slug } } } ${fragment}`,
      `{ product(slug: "${all[0]}") { ...Card } } ${fragment}`,
    ];
    for (const way of ways) expect(await countStatements(() => answered(way))).toHaveLength(1);
    const [first] = (await answered('{ products(first: 1) { nodes { id } } }')).products.nodes;
    const reference = `query ($references: [_Any!]!) { _entities(representations: $references) { ...Card } } ${fragment}`;
    const references = [{ __typename: 'Product', id: first.id }];
    expect(await countStatements(() => answered(reference, { references }))).toHaveLength(1);
    // the categories and the pages of all of them
    const inCategories = `{ categories { products(first: 5) { nodes { ...Card } } } } ${fragment}`;
    expect(await countStatements(() => answered(inCategories))).toHaveLength(2);
  });

  it('bring of products and variants what somebody asks for, and no more', async () => {
    const rare = ['"productType"', '"seoTitle"', '"optionValues"', '"weightGrams"'];
    const rareIn = async (fields: string) => {
      const [statement = ''] = await countStatements(() => answered(`{ products(first: 3) { nodes { ${fields} } } }`));
      return rare.filter((column) => statement.includes(column));
    };
    expect(await rareIn('slug title priceRange { min { amount } } variants { title price { amount } }')).toEqual([]);
    expect(await rareIn('tags variants { sku }')).toEqual(rare);
  });

  it('read the details of products as they are read later or one by one', async () => {
    const details = 'description vendor productType tags seo { title description }';
    const { nodes } = (await answered(`{ products(first: 100) { nodes { id ${details} } } }`)).products;
    expect(new Set(nodes.map(({ vendor }: { vendor: string }) => vendor))).toEqual(new Set(['Havn', null]));
    const references = nodes.map(({ id }: { id: string }) => ({ __typename: 'Product', id }));
    const alone = `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Product { id ${details} } } }`;
    expect((await answered(alone, { references }))._entities).toEqual(nodes);
    const later = `{ products(first: 100) { nodes { variants { product { id ${details} } } } } }`;
    const found = (await answered(later)).products.nodes.map(
      ({ variants }: { variants: { product: object }[] }) => variants[0]?.product,
    );
    expect(found).toEqual(nodes);
  });

  it('read the parts of a product as they are read one by one', async () => {
    const parts = `variants(includeInactive: true) { id sku barcode weightGrams requiresShipping price { amount currency } compareAtPrice { amount } stock { available }
      options { name value } availableForSale image { url } }`;
    const { nodes } = (await answered(`{ products(first: 100) { nodes { ${parts} } } }`)).products;
    const variants = nodes.flatMap((product: { variants: { id: string }[] }) => product.variants);
    const references = variants.map(({ id }: { id: string }) => ({ __typename: 'ProductVariant', id }));
    const fields = parts.slice(parts.indexOf('{'));
    const alone = `query ($references: [_Any!]!) { _entities(representations: $references) { ... on ProductVariant ${fields} } }`;
    expect(variants.length).toBeGreaterThan(100);
    expect((await answered(alone, { references }))._entities).toEqual(variants);
  });

  it('cost the same few statements for any number of categories, and none to count what nobody asked to be counted', async () => {
    const nested = '{ categories { children { slug } products(first: 5) { nodes { slug } } } }';
    expect(await countStatements(() => shop.ask(anonymous, nested))).toHaveLength(3);
    const [only, ...others] = await countStatements(() => shop.ask(anonymous, '{ products { nodes { slug } } }'));
    expect(others).toEqual([]);
    expect(only).not.toContain('count(');
  });
});
