import { Refused } from './shop-page.ts';

/** The guest's cart: where it is, and the token that opens it. */
export type GuestCart = { readonly id: string; readonly token: string };

export type CreatedCart = {
  readonly cart?: { readonly id: string } | null | undefined;
  readonly guestToken?: string | null | undefined;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
};

/** The cart that was made for a guest. Throws Refused when there is none. */
export const guestCartOf = ({ cart, guestToken, userErrors }: CreatedCart): GuestCart => {
  if (!cart || !guestToken) throw new Refused(userErrors);
  return { id: cart.id, token: guestToken };
};

/** The headers that open the cart; none while there is no cart. */
export const guestHeaders = (cart: GuestCart | null): Record<string, string> =>
  cart ? { 'x-cartograph-guest': cart.token } : {};
