import {
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  type GraphQLTaggedNode,
  getRequest,
  type MutationParameters,
  Network,
  type PayloadError,
  RecordSource,
  Store,
} from 'relay-runtime';
import { type GuestCart, guestCartOf, guestHeaders } from '../shop-page/guest-cart.ts';
import { type CartSummary, Refused, type ShopPage, type ShopPageOptions } from '../shop-page/shop-page.ts';
import { showCart, showProduct } from '../shop-page/show-shop-page.ts';
import { fetchById } from './fetch-by-id.ts';
import addCartLine, { type shopPageAddCartLineMutation } from './generated/shopPageAddCartLineMutation.graphql.ts';
import createCart, { type shopPageCreateCartMutation } from './generated/shopPageCreateCartMutation.graphql.ts';
import shopPage, { type shopPageQuery } from './generated/shopPageQuery.graphql.ts';

/** The shop page by Relay's runtime: what it shows stands in Relay's store, which also joins the pages of the connection. */
export const openShopPage = (options: ShopPageOptions): ShopPage => {
  let guestCart: GuestCart | null = null;
  let cart: CartSummary | null = null;
  const environment = new Environment({
    network: Network.create(fetchById(options, () => guestHeaders(guestCart))),
    store: new Store(new RecordSource()),
  });
  const firstPage = { first: options.pageSize, after: null };
  // Kept, or the store would throw away what nobody holds.
  const page = createOperationDescriptor(getRequest(shopPage), firstPage);
  environment.retain(page);

  const shown = () => (environment.lookup(page.fragment).data as unknown as shopPageQuery['response']).products;
  const view = () => {
    const { edges, pageInfo } = shown();
    return { products: edges.map(({ node }) => showProduct(node)), hasMore: pageInfo.hasNextPage, cart };
  };
  const fetchPage = async (after: string | null | undefined) => {
    await fetchQuery<shopPageQuery>(environment, shopPage, { ...firstPage, after }).toPromise();
    return view();
  };
  const openCart = async () => {
    const variables = { input: { currency: 'EUR' } };
    return guestCartOf((await mutate<shopPageCreateCartMutation>(environment, createCart, variables)).createCart);
  };

  return {
    open: () => fetchPage(null),
    more: () => fetchPage(shown().pageInfo.endCursor),
    addToCart: async (variantId) => {
      guestCart ??= await openCart();
      const variables = { input: { cartId: guestCart.id, variantId, quantity: 1 } };
      const added = (await mutate<shopPageAddCartLineMutation>(environment, addCartLine, variables)).addCartLine;
      if (!added.cart) throw new Refused(added.userErrors);
      cart = showCart(added.cart);
      return view();
    },
  };
};

const mutate = <Mutation extends MutationParameters>(
  environment: Environment,
  mutation: GraphQLTaggedNode,
  variables: Mutation['variables'],
): Promise<Mutation['response']> =>
  new Promise((resolve, reject) => {
    commitMutation<Mutation>(environment, {
      mutation,
      variables,
      onCompleted: (response, errors: readonly PayloadError[] | null | undefined) =>
        errors && errors.length > 0
          ? reject(new Error(errors.map(({ message }) => message).join(' ')))
          : resolve(response),
      onError: reject,
    });
  });
