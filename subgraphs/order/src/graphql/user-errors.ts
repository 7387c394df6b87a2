import type { Refusal } from '../domain/refusal.ts';

/** A refusal as the graph tells it: what it carries, a sentence for people, and where in the input. */
export type UserError = Refusal & { readonly message: string; readonly path: readonly string[] | null };

type Code = Refusal['code'];
type Told = { readonly typeName: string; readonly message: string; readonly path: readonly string[] | null };

const told = {
  INVALID_INPUT: { typeName: 'InvalidInputError', message: 'The input cannot be taken.', path: null },
  IDEMPOTENCY_KEY_REUSED: {
    typeName: 'IdempotencyKeyReusedError',
    message: 'This idempotency key was used before with another input.',
    path: ['input', 'idempotencyKey'],
  },
  CART_NOT_FOUND: { typeName: 'CartNotFoundError', message: 'You have no such cart.', path: ['input', 'cartId'] },
  CART_LINE_NOT_FOUND: {
    typeName: 'CartLineNotFoundError',
    message: 'The cart has no such line.',
    path: ['input', 'lineId'],
  },
  CART_ALREADY_ORDERED: {
    typeName: 'CartAlreadyOrderedError',
    message: 'This cart was ordered already.',
    path: ['input', 'cartId'],
  },
  CART_LIMIT_EXCEEDED: {
    typeName: 'CartLimitExceededError',
    message: 'The cart cannot hold as much.',
    path: ['input', 'quantity'],
  },
  CART_EMPTY: { typeName: 'CartEmptyError', message: 'There is nothing in the cart.', path: ['input', 'cartId'] },
  VARIANT_UNAVAILABLE: {
    typeName: 'VariantUnavailableError',
    message: 'This variant is not for sale at the moment.',
    path: null,
  },
  PRICE_CHANGED: {
    typeName: 'PriceChangedError',
    message: 'The total has changed; look at it and order again.',
    path: ['input', 'expectedTotal'],
  },
  VERSION_CONFLICT: {
    typeName: 'VersionConflictError',
    message: 'It was changed in the meantime; look at it and try again.',
    path: ['input', 'expectedVersion'],
  },
  ORDER_NOT_FOUND: { typeName: 'OrderNotFoundError', message: 'You have no such order.', path: ['input', 'orderId'] },
  ORDER_NOT_CANCELLABLE: {
    typeName: 'OrderNotCancellableError',
    message: 'The order has been sent, or has ended already.',
    path: ['input', 'orderId'],
  },
} as const satisfies { readonly [C in Code]: Told };

/** The graph's errors for why nothing was done. */
export const userErrorsOf = (refusals: readonly Refusal[]): UserError[] =>
  refusals.map((refusal) => {
    const { message, path } = told[refusal.code];
    return { message, path, ...refusal };
  });

/** The type of the schema that an error is. */
export const typeNameOf = ({ code }: Pick<UserError, 'code'>): (typeof told)[Code]['typeName'] => told[code].typeName;
