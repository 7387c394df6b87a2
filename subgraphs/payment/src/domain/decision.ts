import type { AttemptKind } from './attempt.ts';
import type { FailureReason, Payment } from './payment.ts';

/** What is told to the others, at the version of the payment that it speaks of. Amounts in minor units. */
export type Fact = { readonly version: number } & (
  | {
      readonly name: 'PaymentAuthorized' | 'PaymentCaptured' | 'PaymentVoided' | 'PaymentRefunded';
      readonly amountMinor: bigint;
    }
  | { readonly name: 'PaymentFailed' | 'PaymentCaptureFailed'; readonly reason: FailureReason }
  | { readonly name: 'PaymentActionRequired' }
);

/** What is to be asked of the provider next, `delayMs` from now. */
export type NextAttempt = { readonly kind: AttemptKind; readonly amountMinor: bigint; readonly delayMs: number };

/** What a payment becomes, what is told of it, and what is asked of the provider; committed together. */
export type Decision = {
  readonly payment: Payment;
  readonly facts: readonly Fact[];
  readonly next: NextAttempt | null;
};

/** A decision, or why there is none. */
export type Verdict =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'early' }
  | { readonly kind: 'impossible'; readonly reason: string };
