import type { Money } from '@cartograph/money';
import type { OrderEventType, OrderProgress, PaymentFailureReason, Shortage } from '../order.ts';

/** A fact about the order's payment: its amount and the version of the payment it is true of. */
type PaymentFact = { readonly amount: Money; readonly paymentVersion: number };

/** What the saga hears: the answers of product and payment, and the passing of its own deadline. */
export type SagaEvent =
  | { readonly name: 'StockReserved' }
  | { readonly name: 'StockRejected'; readonly shortages: readonly Shortage[] }
  | { readonly name: 'StockCommitted' }
  | { readonly name: 'StockCommitFailed' }
  | { readonly name: 'PaymentActionRequired' }
  | ({ readonly name: 'PaymentAuthorized' } & PaymentFact)
  | { readonly name: 'PaymentFailed'; readonly reason: PaymentFailureReason }
  | ({ readonly name: 'PaymentCaptured' } & PaymentFact)
  | { readonly name: 'PaymentCaptureFailed' }
  | ({ readonly name: 'PaymentVoided' } & PaymentFact)
  | ({ readonly name: 'PaymentRefunded' } & PaymentFact)
  | { readonly name: 'DeadlinePassed' };

export type SagaEventName = SagaEvent['name'];
export type SagaEventOf<Name extends SagaEventName> = Extract<SagaEvent, { name: Name }>;

/** What the saga tells product and payment. */
export type SagaCommand =
  | 'PaymentRequested'
  | 'OrderConfirmed'
  | 'CaptureRequested'
  | 'OrderRejected'
  | 'OrderCancelled';

/** What is to happen: the order's next state, what goes into its timeline, and which events leave. */
export type Step = {
  readonly kind: 'done';
  readonly next: OrderProgress;
  readonly timeline: readonly OrderEventType[];
  readonly emits: readonly SagaCommand[];
};

/** How an event was judged; the kinds are those of a reaction's outcome. */
export type Decision =
  | Step
  | { readonly kind: 'ignored' }
  | { readonly kind: 'early' }
  | { readonly kind: 'impossible'; readonly reason: string };
