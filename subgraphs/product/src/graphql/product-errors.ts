import type { ProductRefusal } from '../domain/change-product.ts';

type Told = { readonly typeName: string; readonly message: string; readonly path: readonly string[] };

const told = {
  INVALID_INPUT: { typeName: 'InvalidInputError', message: 'The input cannot be taken.', path: ['input'] },
  IDEMPOTENCY_KEY_REUSED: {
    typeName: 'IdempotencyKeyReusedError',
    message: 'This idempotency key was used before with another input.',
    path: ['input', 'idempotencyKey'],
  },
  PRODUCT_NOT_FOUND: {
    typeName: 'ProductNotFoundError',
    message: 'There is no such product or variant.',
    path: ['input'],
  },
  PRODUCT_STATUS_REFUSED: {
    typeName: 'ProductStatusRefusedError',
    message: 'A product in this state cannot go there.',
    path: ['input', 'productId'],
  },
  VERSION_CONFLICT: {
    typeName: 'VersionConflictError',
    message: 'It was changed in the meantime; look at it and try again.',
    path: ['input', 'expectedVersion'],
  },
} as const satisfies { readonly [Code in ProductRefusal['code']]: Told };

type ProductError = ProductRefusal & { readonly message: string; readonly path: readonly string[] };

/** The graph's errors for why nothing was done. */
export const productErrorsOf = (refusals: readonly ProductRefusal[]): ProductError[] =>
  refusals.map((refusal) => {
    const { message, path } = told[refusal.code];
    return { message, path, ...refusal };
  });

/** The type of the schema that an error is. */
export const typeNameOf = ({ code }: Pick<ProductError, 'code'>) => told[code].typeName;
