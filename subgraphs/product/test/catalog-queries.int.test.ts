import { anonymous } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costsOf } from './support/costs-of.ts';
import { aProduct, type CsvRow, csv } from './support/csv.ts';
import { type ProductForTests, startProductForTests } from './support/start-product-for-tests.ts';

const details = `slug title description vendor productType tags status seo { title description } options { name values }
  media { url alt position } categories { slug title parent { slug } children { slug } }
  priceRange { min { amount } max { amount amountMinor currency } } availableForSale
  variants { sku title options { name value } active price { amount currency } compareAtPrice { amount }
    availableForSale stock { available onHand reserved } image { url } product { slug } }`;

const manyVariants = (): CsvRow[] =>
  Array.from({ length: 100 }, (_, index) => ({
    handle: 'paint',
    ...(index === 0 && { title: 'Paint', option: 'Shade' }),
    value: `Shade ${index}`,
    quantity: 1,
    price: '5.00',
    image: `https://cdn.example/shade-${index}.jpg`,
  }));

describe('the catalogue as shoppers read it', () => {
  let shop: ProductForTests;
  const ask = (query: string, variables: Record<string, unknown> = {}) => shop.ask(anonymous, query, variables);
  const slugs = async (args: string): Promise<string[]> => {
    const answer = await ask(`{ products(${args}) { nodes { slug } } }`);
    return answer.data.products.nodes.map(({ slug }: { slug: string }) => slug);
  };

  beforeAll(async () => {
    shop = await startProductForTests();
    await shop.importText(
      csv([
        {
          handle: 'linen-shirt',
          title: 'Linen Shirt',
          body: '<p>Cool &amp; light.</p>',
          vendor: 'Havn',
          type: 'Apparel > Shirts',
          tags: 'summer, Crème',
          option: 'Size',
          value: 'S',
          sku: 'LINEN-S',
          quantity: 3,
          price: '49.00',
          compareAt: '59.00',
          image: '/media/linen-shirt.svg',
        },
        {
          handle: 'linen-shirt',
          value: 'L',
          sku: 'LINEN-L',
          quantity: 0,
          price: '52.50',
          image: 'https://cdn.example/l.jpg',
        },
        aProduct({ handle: 'wool-scarf', type: 'Apparel > Scarves', quantity: 0 }),
        aProduct({ handle: 'teapot', type: 'Kitchen', body: 'Goes well with linen.' }),
        aProduct({ handle: 'secret', status: 'draft', type: 'Kitchen' }),
        aProduct({ handle: 'old-kettle', status: 'archived', type: 'Kitchen' }),
      ]),
    );
  });
  afterAll(() => shop.stop());

  it('shows a product whole, by slug and by id', async () => {
    const bySlug = await ask(`{ product(slug: "linen-shirt") { id ${details} } }`);
    expect(bySlug.errors).toBeUndefined();
    const { id, ...shirt } = bySlug.data.product;
    expect(shirt).toEqual({
      slug: 'linen-shirt',
      title: 'Linen Shirt',
      description: 'Cool & light.',
      vendor: 'Havn',
      productType: 'Apparel > Shirts',
      tags: ['summer', 'Crème'],
      status: 'ACTIVE',
      seo: { title: 'Linen Shirt', description: 'Cool & light.' },
      options: [{ name: 'Size', values: ['S', 'L'] }],
      media: [
        { url: 'https://shop.example/media/linen-shirt.svg', alt: null, position: 1 },
        { url: 'https://cdn.example/l.jpg', alt: null, position: 2 },
      ],
      categories: [{ slug: 'apparel/shirts', title: 'Shirts', parent: { slug: 'apparel' }, children: [] }],
      priceRange: { min: { amount: '49.00' }, max: { amount: '52.50', amountMinor: '5250', currency: 'EUR' } },
      availableForSale: true,
      variants: [
        {
          sku: 'LINEN-S',
          title: 'S',
          options: [{ name: 'Size', value: 'S' }],
          active: true,
          price: { amount: '49.00', currency: 'EUR' },
          compareAtPrice: { amount: '59.00' },
          availableForSale: true,
          stock: { available: 3, onHand: null, reserved: null },
          image: null,
          product: { slug: 'linen-shirt' },
        },
        expect.objectContaining({ sku: 'LINEN-L', availableForSale: false, compareAtPrice: null }),
      ],
    });
    const byId = await ask('query ($id: ID!) { product(id: $id) { slug } }', { id });
    expect(byId.data.product).toEqual({ slug: 'linen-shirt' });
  });

  it('has no price in a currency the shop does not sell in', async () => {
    const answer = await ask(
      '{ product(slug: "teapot") { priceRange(currency: "USD") { min { amount } } variants { price(currency: "USD") { amount } } } }',
    );
    expect(answer.data.product).toEqual({ priceRange: null, variants: [{ price: null }] });
  });

  it('lists what is on sale and nothing else', async () => {
    expect(await slugs('first: 100')).toEqual(['linen-shirt', 'wool-scarf', 'teapot']);
  });

  it.each([
    ['linen', ['linen-shirt', 'teapot']],
    ['LIN shi', ['linen-shirt']],
    ['creme', ['linen-shirt']],
    ['havn', ['linen-shirt']],
    ['linen scarf', []],
    ['!!!', []],
    ["' | 'teapot:*", ['teapot']],
    ['  ', ['linen-shirt', 'wool-scarf', 'teapot']],
  ])('finds for the words %j', async (words, found) => {
    expect(await slugs(`query: ${JSON.stringify(words)}`)).toEqual(found);
  });

  it('shows a part of the variants of a product that has many, tells how many there are, and how to reach the rest', async () => {
    await shop.importText(csv(manyVariants()));
    const usual = await ask(
      '{ product(slug: "paint") { variantCount variants { id title } mediaCount media { position } } }',
    );
    const { variants, media, ...counts } = usual.data.product;
    expect(counts).toEqual({ variantCount: 100, mediaCount: 100 });
    expect(media.map(({ position }: { position: number }) => position)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(variants).toHaveLength(20);
    const rest = await ask(
      `query ($after: ID) { product(slug: "paint") { variants(first: 100, after: $after) { title } } }`,
      { after: variants.at(-1).id },
    );
    const shades = [...variants, ...rest.data.product.variants].map(({ title }: { title: string }) => title);
    expect(shades).toEqual(Array.from({ length: 100 }, (_, index) => `Shade ${index}`));
    const all = await ask('{ product(slug: "paint") { availableForSale variants(first: 100) { id } } }');
    expect(all.data.product).toMatchObject({ availableForSale: true, variants: { length: 100 } });
  });

  it.each(['', '(first: 100)'])(
    'answers no more of a product with many variants than was reckoned before, by variants%s',
    async (size) => {
      const query = `{ product(slug: "paint") { id media { url } categories { id }
      variants${size} { id options { name } price { amount } compareAtPrice { amount } stock { available } image { url } } } }`;
      const { data, errors } = await ask(query);
      expect(errors).toBeUndefined();
      const { reckoned, answered } = costsOf(query, data);
      expect(answered).toBeLessThanOrEqual(reckoned);
      // A variant, its option, its price and its stock.
      expect(answered).toBeGreaterThan((size === '' ? 20 : 100) * 4);
    },
  );

  it('shows, after an import that left most of them out, those on sale; and the others to whoever asks', async () => {
    await shop.importText(csv(manyVariants().slice(0, 2)));
    const { data } = await ask(`{ product(slug: "paint") { variantCount variants { title }
      all: variantCount(includeInactive: true) some: variants(includeInactive: true, first: 3) { active } } }`);
    expect(data.product).toEqual({
      variantCount: 2,
      variants: [{ title: 'Shade 0' }, { title: 'Shade 1' }],
      all: 100,
      some: [{ active: true }, { active: true }, { active: false }],
    });
    await shop.importText(csv([{ ...aProduct({ handle: 'paint', status: 'archived' }), title: 'Paint' }]));
  });

  it('lists a category with those below it', async () => {
    expect(await slugs('category: "apparel"')).toEqual(['linen-shirt', 'wool-scarf']);
    expect(await slugs('category: "apparel/scarves"')).toEqual(['wool-scarf']);
    expect(await slugs('category: "appar"')).toEqual([]);
    expect(await slugs('category: "%"')).toEqual([]);
    const answer = await ask(
      '{ categories { slug products(first: 1) { nodes { slug } totalCount pageInfo { hasNextPage } } } category(slug: "kitchen") { title children { slug } } }',
    );
    expect(answer.data).toEqual({
      categories: [
        {
          slug: 'apparel',
          products: { nodes: [{ slug: 'linen-shirt' }], totalCount: 2, pageInfo: { hasNextPage: true } },
        },
        { slug: 'kitchen', products: { nodes: [{ slug: 'teapot' }], totalCount: 1, pageInfo: { hasNextPage: false } } },
      ],
      category: { title: 'Kitchen', children: [] },
    });
  });

  it.each([
    ['product(id: "product_x") { id }', null],
    ['product(slug: "no-such-thing") { id }', null],
    ['product(slug: "nul\\u0000byte") { id }', null],
    [`product(id: "${'x'.repeat(5_000)}") { id }`, null],
    ['category(slug: "no/such") { id }', null],
  ])('answers null for what is not there: %s', async (field, expected) => {
    const answer = await ask(`{ found: ${field} }`);
    expect(answer).toEqual({ data: { found: expected } });
  });

  it.each([
    ['{ product { id } }', 'Give exactly one of id and slug.'],
    ['{ product(id: "x", slug: "y") { id } }', 'Give exactly one of id and slug.'],
    ['{ products(first: 101) { totalCount } }', 'first is a number from 1 to 100'],
    ['{ products(first: -1) { totalCount } }', 'first is a number from 1 to 100'],
    ['{ products(last: 0) { totalCount } }', 'last is a number from 1 to 100'],
    ['{ products(first: 1, last: 1) { totalCount } }', 'Give either first or last, not both.'],
    ['{ product(slug: "teapot") { variants(first: 101) { id } } }', 'first is a number from 1 to 100'],
    ['{ product(slug: "teapot") { media(first: 0) { id } } }', 'first is a number from 1 to 100'],
    ['{ product(slug: "teapot") { variants(after: "x") { id } } }', 'after is the id of one in this list'],
    ['{ categories(first: 101) { id } }', 'first is a number from 1 to 100'],
    ['{ products(after: "abc") { totalCount } }', 'after is not a cursor of this list.'],
    [`{ products(query: "${'a'.repeat(201)}") { totalCount } }`, 'query has at most 200 characters.'],
  ])('refuses %s', async (query, message) => {
    const answer = await ask(query);
    expect(answer.errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }),
    ]);
  });
});
