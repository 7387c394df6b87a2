import { type GuestCart, guestCartOf, guestHeaders } from '../shop-page/guest-cart.ts';
import {
  type CartSummary,
  type ProductTile,
  Refused,
  type ShopPage,
  type ShopPageOptions,
} from '../shop-page/shop-page.ts';
import { showCart, showProduct } from '../shop-page/show-shop-page.ts';
import { askGraph } from './ask-graph.ts';
import { addCartLine, createCart, shopPage } from './operations.ts';

/** The shop page with nothing but fetch and the typed documents: no cache, so the page keeps what it shows. */
export const openShopPage = (options: ShopPageOptions): ShopPage => {
  let products: ProductTile[] = [];
  let cursor: string | null = null;
  let hasMore = false;
  let guestCart: GuestCart | null = null;
  let cart: CartSummary | null = null;
  const graph = askGraph({ ...options, clientName: 'storefront-fetch', headers: () => guestHeaders(guestCart) });
  const view = () => ({ products, hasMore, cart });

  const fetchProducts = async (after: string | null) => {
    const page = (await graph.query(shopPage, { first: options.pageSize, after })).products;
    products = [...(after === null ? [] : products), ...page.edges.map(({ node }) => showProduct(node))];
    cursor = page.pageInfo.endCursor;
    hasMore = page.pageInfo.hasNextPage;
    return view();
  };
  const openCart = async () => guestCartOf((await graph.mutate(createCart, { input: { currency: 'EUR' } })).createCart);

  return {
    open: () => fetchProducts(null),
    more: () => fetchProducts(cursor),
    addToCart: async (variantId) => {
      guestCart ??= await openCart();
      const input = { cartId: guestCart.id, variantId, quantity: 1 };
      const added = (await graph.mutate(addCartLine, { input })).addCartLine;
      if (!added.cart) throw new Refused(added.userErrors);
      cart = showCart(added.cart);
      return view();
    },
  };
};
