import type { RefundRefusal } from '../domain/judge-refund.ts';

type Told = { readonly typeName: string; readonly message: string; readonly path: readonly string[] };

const told = {
  INVALID_INPUT: { typeName: 'InvalidInputError', message: 'The input cannot be taken.', path: ['input'] },
  IDEMPOTENCY_KEY_REUSED: {
    typeName: 'IdempotencyKeyReusedError',
    message: 'This idempotency key was used before with another input.',
    path: ['input', 'idempotencyKey'],
  },
  PAYMENT_NOT_FOUND: {
    typeName: 'PaymentNotFoundError',
    message: 'There is no such payment.',
    path: ['input', 'paymentId'],
  },
  PAYMENT_NOT_REFUNDABLE: {
    typeName: 'PaymentNotRefundableError',
    message: 'Nothing of this payment can be given back now.',
    path: ['input', 'paymentId'],
  },
  REFUND_IN_PROGRESS: {
    typeName: 'RefundInProgressError',
    message: 'A refund of this payment is under way: look again when the provider has answered.',
    path: ['input', 'paymentId'],
  },
  REFUND_EXCEEDS_CAPTURED: {
    typeName: 'RefundExceedsCapturedError',
    message: 'This is more than was taken and has not gone back.',
    path: ['input', 'amount'],
  },
} as const satisfies { readonly [Code in RefundRefusal['code']]: Told };

type Untold<Refusal> = Refusal extends unknown ? Omit<Refusal, 'message' | 'path'> : never;
type RefundError = Untold<RefundRefusal> & { readonly message: string; readonly path: string[] };

/** The graph's errors for why nothing was given back. */
export const refundErrorsOf = (refusals: readonly RefundRefusal[]): RefundError[] =>
  refusals.map((refusal) => {
    const { message, path } = told[refusal.code];
    return { message, ...refusal, path: [...('path' in refusal ? refusal.path : path)] };
  });

/** The type of the schema that an error is. */
export const typeNameOf = ({ code }: Pick<RefundError, 'code'>) => told[code].typeName;
