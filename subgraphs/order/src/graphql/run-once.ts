import { idempotent, type Transaction } from '@cartograph/outbox';
import type { Context } from '../context.ts';
import type { CartId } from '../domain/ids.ts';
import { type Refused, refused } from '../domain/refusal.ts';

/** A mutation of a cart that must not be done twice: its name, its key, and its whole input. */
type KeyedCall = { readonly mutation: string; readonly cartId: CartId; readonly key: string; readonly input: object };

/** Runs the work once for each key of the viewer; a repetition gets the first result. */
export const runOnce = async <Result extends { ok: true }>(
  { unitOfWork, cause, access: { requester } }: Context,
  { mutation, cartId, key, input }: KeyedCall,
  work: (tx: Transaction) => Promise<Result | Refused>,
): Promise<Result | Refused> => {
  // Guests have no name: their keys are told apart by the cart, which must be theirs before a remembered result is given.
  const isStranger = requester.buyerId === null && !requester.grants.some(({ id }) => id === cartId);
  if (isStranger) return refused({ code: 'CART_NOT_FOUND' });
  const scope = `${mutation} ${requester.buyerId ?? cartId}`;
  const { idempotencyKey: _, ...rest } = { idempotencyKey: null, ...input };
  const once = await idempotent(unitOfWork, { call: { scope, key, input: rest }, cause }, work);
  return once.ok ? once.result : refused({ code: once.code });
};
