/** Four subgraphs over one small world: whoever asks for reviews of products of authors gets the same few things often. */
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@shareable"])\n';

export const heavySubgraphs: { name: string; sdl: string }[] = [
  {
    name: 'accounts',
    sdl: `${link}
      type Query { users(ids: [ID!]!): [User!]! }
      type User @key(fields: "id") { id: ID! name: String! username: String! birthday: String }`,
  },
  {
    name: 'products',
    sdl: `${link}
      type Query { topProducts(first: Int!, skip: Int! = 0): [Product!]! }
      type Product @key(fields: "upc") { upc: String! name: String! price: Int! weight: Int! }`,
  },
  {
    name: 'reviews',
    sdl: `${link}
      type Review @key(fields: "id") { id: ID! body: String! author: User product: Product }
      type User @key(fields: "id") { id: ID! reviews: [Review!] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review!] }`,
  },
  {
    name: 'inventory',
    sdl: `${link}
      type Product @key(fields: "upc") {
        upc: String! weight: Int! @external price: Int! @external inStock: Boolean!
        shippingEstimate: Int @requires(fields: "price weight")
      }`,
  },
];

export const heavyQuery = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Heavy($ids: [ID!]!, $first: Int!, $skip: Int!) {
    users(ids: $ids) {
      ...User
      reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
    }
    topProducts(first: $first, skip: $skip) {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;

export type HeavyVariables = { ids: string[]; first: number; skip: number };

/** Sets of variables that no two of which ask for the same. */
export const variableSets = (count: number): HeavyVariables[] =>
  Array.from({ length: count }, (_, index) => ({
    ids: [0, 1, 2].map((step) => String((index * 7 + step * 13) % userCount)),
    first: 4,
    skip: index,
  }));

const userCount = 40;
const productCount = 240;
const reviewsPerProduct = 2;

type Reference = Record<string, unknown>;

const user = (id: string) => ({ id, name: `User number ${id}`, username: `user-${id}`, birthday: '1990-01-01' });
const product = (upc: string) => ({
  upc,
  name: `Product ${upc}`,
  price: Number(upc) * 7,
  weight: 10 + (Number(upc) % 90),
});
const review = (number: number) => ({
  id: String(number),
  body: `Review ${number}: what it promises it keeps, and then some.`,
  author: { id: String((number * 3) % userCount) },
  product: { upc: String(Math.floor(number / reviewsPerProduct)) },
});
const reviewsOfProduct = (upc: string) =>
  Array.from({ length: reviewsPerProduct }, (_, index) => review(Number(upc) * reviewsPerProduct + index));
const reviewsOfUser = (id: string) => [0, 1].map((turn) => review(Number(id) * 11 + turn * 40));

/** How each subgraph answers. */
export const heavyResolvers: Record<string, Record<string, Record<string, unknown>>> = {
  accounts: {
    Query: { users: (_: unknown, { ids }: { ids: string[] }) => ids.map(user) },
    User: { __resolveReference: ({ id }: Reference) => user(id as string) },
  },
  products: {
    Query: {
      topProducts: (_: unknown, { first, skip }: { first: number; skip: number }) =>
        Array.from({ length: first }, (__, index) => product(String((skip + index) % productCount))),
    },
    Product: { __resolveReference: ({ upc }: Reference) => product(upc as string) },
  },
  reviews: {
    User: { reviews: ({ id }: Reference) => reviewsOfUser(id as string) },
    Product: { reviews: ({ upc }: Reference) => reviewsOfProduct(upc as string) },
    Review: { __resolveReference: ({ id }: Reference) => review(Number(id)) },
  },
  inventory: {
    Product: {
      inStock: ({ upc }: Reference) => Number(upc) % 3 !== 0,
      shippingEstimate: ({ price, weight }: Reference) => Number(price) * Number(weight),
    },
  },
};
