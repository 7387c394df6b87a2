import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { type GuestCart, guestCartOf, guestHeaders } from '../shop-page/guest-cart.ts';
import { type CartSummary, Refused, type ShopPage, type ShopPageOptions } from '../shop-page/shop-page.ts';
import { showCart, showProduct } from '../shop-page/show-shop-page.ts';
import { addCartLine, createCart, shopPage } from './operations.ts';

/** The shop page by Apollo Client: what it shows stands in the client's cache, which also joins the pages. */
export const openShopPage = (options: ShopPageOptions): ShopPage => {
  let guestCart: GuestCart | null = null;
  let cart: CartSummary | null = null;
  const client = connect(options, () => guestHeaders(guestCart));
  const products = client.watchQuery({ query: shopPage, variables: { first: options.pageSize, after: null } });

  // From the cache, but for the first time.
  const shown = async () => {
    const { data } = await client.query({ query: shopPage, variables: { first: options.pageSize, after: null } });
    if (!data) throw new Error('neither data nor an error');
    return data.products;
  };
  const view = async () => {
    const { edges, pageInfo } = await shown();
    return { products: edges.map(({ node }) => showProduct(node)), hasMore: pageInfo.hasNextPage, cart };
  };
  const openCart = async () => {
    const { data } = await client.mutate({ mutation: createCart, variables: { input: { currency: 'EUR' } } });
    if (!data) throw new Error('neither data nor an error');
    return guestCartOf(data.createCart);
  };

  return {
    open: view,
    more: async () => {
      await products.fetchMore({ variables: { after: (await shown()).pageInfo.endCursor } });
      return view();
    },
    addToCart: async (variantId) => {
      guestCart ??= await openCart();
      const input = { cartId: guestCart.id, variantId, quantity: 1 };
      const { data } = await client.mutate({ mutation: addCartLine, variables: { input } });
      if (!data?.addCartLine.cart) throw new Refused(data?.addCartLine.userErrors ?? []);
      cart = showCart(data.addCartLine.cart);
      return view();
    },
  };
};

/** Sends ids in place of texts, the queries by GET. */
const connect = ({ url, fetch, clientVersion }: ShopPageOptions, guest: () => Record<string, string>): ApolloClient =>
  new ApolloClient({
    clientAwareness: { name: 'storefront-apollo', version: clientVersion },
    cache: new InMemoryCache({ typePolicies: { Query: { fields: { products: relayStylePagination() } } } }),
    link: ApolloLink.from([
      new SetContextLink((before: HttpLink.ContextOptions) => ({
        // Without apollo-require-preflight the gateway takes a GET for one that another site's page has forged.
        headers: { ...before.headers, 'apollo-require-preflight': '1', ...guest() },
      })),
      new PersistedQueryLink(generatePersistedQueryIdsFromManifest({ loadManifest })),
      new HttpLink({ uri: url, fetch, useGETForQueries: true }),
    ]),
  });

/** Loaded with the first operation, so that the page does not wait for it. */
const loadManifest = async () => (await import('./persisted-operations.json', { with: { type: 'json' } })).default;
