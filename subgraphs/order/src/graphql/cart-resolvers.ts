import { parseId } from '@cartograph/ids';
import type { Context } from '../context.ts';
import type { Cart } from '../domain/cart.ts';
import { isAvailable, totalOf } from '../domain/price-cart.ts';
import type { CartLineResolvers, CartResolvers } from './generated/resolver-types.ts';

/** The viewer's cart with that id; what is not theirs is null, exactly as what does not exist. */
export const findCart = async (text: string, { loaders, access }: Context): Promise<Cart | null> => {
  const id = parseId('cart', text);
  const cart = id && (await loaders.cartById.load(id));
  return cart && access.maySeeCart(cart) ? cart : null;
};

export const cartResolvers: CartResolvers = {
  __resolveReference: ({ id }, context) => findCart(id, context),
  lines: async (cart, _, { loaders }) => [...(await loaders.pricedLines.load(cart))],
  total: async (cart, _, { loaders }) => totalOf(await loaders.pricedLines.load(cart), cart.currency),
  order: async (cart, _, { loaders, access }) => {
    const order = cart.status === 'COMPLETED' ? await loaders.orderOfCart.load(cart.id) : null;
    return order && access.maySeeOrder(order) ? order : null;
  },
};

export const cartLineResolvers: CartLineResolvers = {
  product: ({ facts }) => facts && { id: facts.productId },
  variant: ({ variantId }) => ({ id: variantId }),
  title: ({ facts }) => facts?.title ?? null,
  variantTitle: ({ facts }) => facts?.variantTitle ?? null,
  sku: ({ facts }) => facts?.sku ?? null,
  isAvailable,
};
