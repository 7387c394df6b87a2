import type { Id } from '@cartograph/ids';
import type { FailureReason } from './payment.ts';

export type AttemptKind = 'AUTHORIZE' | 'CAPTURE' | 'VOID' | 'REFUND';

/** A call to the provider that was decided: made until its outcome is known, always with the same idempotency key. */
export type Attempt = {
  readonly id: Id<'attempt'>;
  readonly paymentId: Id<'payment'>;
  readonly kind: AttemptKind;
  /** Counts the payment's attempts of this kind from 1. */
  readonly number: number;
  readonly idempotencyKey: string;
  /** Integer minor units of the payment's currency. */
  readonly amountMinor: bigint;
};

/** What the provider answered for good. */
export type AttemptResult =
  | { readonly status: 'SUCCEEDED'; readonly providerPaymentId: string }
  | { readonly status: 'REQUIRES_ACTION'; readonly providerPaymentId: string }
  | { readonly status: 'DECLINED'; readonly reason: FailureReason; readonly providerPaymentId: string | null };

type Numbered = Pick<Attempt, 'paymentId' | 'kind'> & { readonly number: number | '{number}' };

/**
 * The key under which the provider knows an attempt: the same however often and by whomever it is made. The database, which
 * numbers attempts, puts the number into the place of `{number}`.
 */
export const idempotencyKeyOf = ({ paymentId, kind, number }: Numbered): string =>
  `${paymentId}:${kind.toLowerCase()}:${number}`;

/** How long to wait after `tries` calls without a known outcome: 0.25 s doubling up to 30 s, with jitter (random in [0, 1)). */
export const retryDelayMs = (tries: number, random: number): number =>
  Math.round(Math.min(30_000, 250 * 2 ** Math.min(tries - 1, 10)) * (0.5 + random));

/** How long to wait before money that must go back is asked for anew after a refusal: 1 s doubling up to an hour. */
export const refusedDelayMs = (number: number): number => Math.min(3_600_000, 1_000 * 2 ** Math.min(number - 1, 20));
