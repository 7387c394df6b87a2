import { Client, cacheExchange, fetchExchange, type OperationResult } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { type GuestCart, guestCartOf, guestHeaders } from '../shop-page/guest-cart.ts';
import {
  type CartSummary,
  type ProductTile,
  Refused,
  type ShopPage,
  type ShopPageOptions,
} from '../shop-page/shop-page.ts';
import { showCart, showProduct } from '../shop-page/show-shop-page.ts';
import { addCartLine, createCart, shopPage } from './operations.ts';

/** The shop page by urql's core: what its React, Vue and Svelte bindings stand on. */
export const openShopPage = (options: ShopPageOptions): ShopPage => {
  let products: ProductTile[] = [];
  let cursor: string | null = null;
  let hasMore = false;
  let guestCart: GuestCart | null = null;
  let cart: CartSummary | null = null;
  const client = connect(options, () => guestHeaders(guestCart));
  const view = () => ({ products, hasMore, cart });

  const fetchProducts = async (after: string | null) => {
    const page = dataOf(await client.query(shopPage, { first: options.pageSize, after })).products;
    products = [...(after === null ? [] : products), ...page.edges.map(({ node }) => showProduct(node))];
    cursor = page.pageInfo.endCursor;
    hasMore = page.pageInfo.hasNextPage;
    return view();
  };
  const openCart = async () =>
    guestCartOf(dataOf(await client.mutation(createCart, { input: { currency: 'EUR' } })).createCart);

  return {
    open: () => fetchProducts(null),
    more: () => fetchProducts(cursor),
    addToCart: async (variantId) => {
      guestCart ??= await openCart();
      const input = { cartId: guestCart.id, variantId, quantity: 1 };
      const added = dataOf(await client.mutation(addCartLine, { input })).addCartLine;
      if (!added.cart) throw new Refused(added.userErrors);
      cart = showCart(added.cart);
      return view();
    },
  };
};

/** Sends ids in place of texts, the queries by GET. */
const connect = ({ url, fetch, clientVersion }: ShopPageOptions, guest: () => Record<string, string>): Client =>
  new Client({
    url,
    fetch,
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      persistedExchange({
        preferGetForPersistedQueries: true,
        enforcePersistedQueries: true,
        enableForMutation: true,
        generateHash: async (_text, document) => idOf(document),
      }),
      fetchExchange,
    ],
    fetchOptions: () => ({
      headers: {
        // Without it the gateway takes a GET for one that another site's page has forged.
        'apollo-require-preflight': '1',
        'apollographql-client-name': 'storefront-urql',
        'apollographql-client-version': clientVersion,
        ...guest(),
      },
    }),
  });

/** The id that codegen wrote into the document. */
const idOf = (document: object): string => {
  const { hash } = (document as { __meta__?: { hash?: string } }).__meta__ ?? {};
  if (hash === undefined) throw new Error('a document without an id: run `pnpm codegen`');
  return hash;
};

const dataOf = <Result>({ data, error }: OperationResult<Result>): Result => {
  if (error) throw error;
  if (!data) throw new Error('neither data nor an error');
  return data;
};
