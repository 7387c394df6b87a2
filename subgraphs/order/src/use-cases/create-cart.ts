import { newId } from '@cartograph/ids';
import { isCurrencyCode } from '@cartograph/money';
import type { Transaction } from '@cartograph/outbox';
import type { CartId } from '../domain/ids.ts';
import type { Requester } from '../domain/may-see.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import type { CartStore } from './ports.ts';

export type CreateCart = { readonly requester: Requester; readonly currency: string };

/** Makes an empty cart of the requester; a guest's has no buyer. Refused for a currency that does not exist, and for who was erased. */
export const createCart =
  ({ carts }: { carts: CartStore }) =>
  async (tx: Transaction, { requester, currency }: CreateCart): Promise<{ ok: true; cartId: CartId } | Refused> => {
    if (!isCurrencyCode(currency)) {
      return refused({ code: 'INVALID_INPUT', message: 'There is no such currency.', path: ['input', 'currency'] });
    }
    const id = newId('cart');
    const isMade = await carts.insert(tx, { id, buyerId: requester.buyerId, currency });
    return isMade ? { ok: true, cartId: id } : refused(erased);
  };

const erased = {
  code: 'INVALID_INPUT',
  message: 'This account is erased: sign in with another one, or not at all.',
  path: ['input'],
} as const;
