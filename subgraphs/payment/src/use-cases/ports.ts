import type { Id } from '@cartograph/ids';
import type { CurrencyCode } from '@cartograph/money';
import type { Cause, Transaction } from '@cartograph/outbox';
import type { Attempt, AttemptKind, AttemptResult } from '../domain/attempt.ts';
import type { NextAttempt } from '../domain/decision.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { BegunPayment, FailureReason, Payment } from '../domain/payment.ts';
import type { PaymentTransaction } from '../domain/payment-transaction.ts';

/** The orders there are payments for. */
export type Orders = {
  /**
   * Takes the order's row, made if missing, until the transaction ends. Whatever changes an order's payment takes it
   * first, so that a request to pay and the order's end cannot pass each other.
   */
  lock(tx: Transaction, orderId: Id<'order'>): Promise<{ isEnded: boolean }>;
  /** Leaves a tombstone: no payment is started for this order any more. */
  end(tx: Transaction, orderId: Id<'order'>, reason: string): Promise<void>;
};

/** Payments as commands see them. */
export type Payments = {
  /** The order's newest payment, or null. */
  findByOrder(tx: Transaction, orderId: Id<'order'>): Promise<Payment | null>;
  find(tx: Transaction, id: Id<'payment'>): Promise<Payment | null>;
  /** The payment of an attempt, and whether the attempt's answer is still waited for; null when the payment is unknown. */
  findAsked(
    tx: Transaction,
    attempt: Pick<Attempt, 'id' | 'paymentId'>,
  ): Promise<{ payment: Payment; isAsked: boolean } | null>;
  /** Writes a new payment and its first attempt; false, and nothing written, for a buyer who was erased. */
  begin(tx: Transaction, payment: BegunPayment, next: NextAttempt): Promise<boolean>;
  /** Writes what moved of it, and its next attempt if there is one. */
  save(tx: Transaction, payment: Payment, next: NextAttempt | null): Promise<void>;
  /** Payments whose money was held longer ago than that, by the database's clock, and neither taken nor let go. */
  findHeldLongerThan(seconds: number, limit: number): Promise<Pick<Payment, 'id' | 'orderId'>[]>;
};

/** An attempt in the hands of one worker, with all the provider needs to hear. */
export type ClaimedAttempt = Attempt &
  Pick<Payment, 'orderId' | 'currency' | 'paymentMethodToken' | 'providerPaymentId'> & {
    /** How often it was claimed, this time included: above 1 the provider may have heard of it. */
    readonly tries: number;
    /** Why it is made; its result is told with the same cause. */
    readonly cause: Cause;
  };

/** The calls to the provider that are to be made. */
export type Attempts = {
  add(tx: Transaction, paymentId: Id<'payment'>, next: NextAttempt): Promise<void>;
  /**
   * Hands out up to `limit` attempts that are due and that nobody holds, for `leaseSeconds`. After that another worker
   * may get them: a worker that died does not keep them.
   */
  claim(limit: number, leaseSeconds: number): Promise<ClaimedAttempt[]>;
  /** True while the provider is being asked to give something of the payment back. */
  isRefundPending(tx: Transaction, paymentId: Id<'payment'>): Promise<boolean>;
  /** Gives it back: its outcome is not known yet, it is to be made again `delayMs` from now. */
  postpone(id: Id<'attempt'>, { delayMs, reason }: { delayMs: number; reason: string }): Promise<void>;
};

/** One answer of the provider, as it is written down. */
export type NewTransaction = {
  readonly attempt: Pick<Attempt, 'id' | 'paymentId' | 'kind' | 'amountMinor'>;
  readonly currency: CurrencyCode;
  readonly result: AttemptResult;
  readonly entries: readonly LedgerEntry[];
};

/** The append-only record of what the provider answered, with its ledger entries. */
export type Transactions = {
  /** Settles the attempt, and writes what was answered to it. Throws when it was settled before. */
  append(tx: Transaction, transaction: NewTransaction): Promise<void>;
};

/** Payments as queries see them: one statement for any number of keys, in no particular order. */
export type PaymentReads = {
  byIds(ids: readonly Id<'payment'>[]): Promise<Payment[]>;
  /** The newest payment of each order. */
  byOrderIds(orderIds: readonly Id<'order'>[]): Promise<Payment[]>;
  /** Oldest first within a payment. */
  transactionsOf(paymentIds: readonly Id<'payment'>[]): Promise<PaymentTransaction[]>;
};

/**
 * What the provider said. `unknown` is a time-out, a fault of the provider or a lost connection: it may or may not have
 * been done. It is settled by `retrieve` and by asking again with the same key, never with a new one.
 */
export type ProviderOutcome =
  | { readonly kind: 'succeeded'; readonly providerPaymentId: string }
  | { readonly kind: 'requiresAction'; readonly providerPaymentId: string }
  | { readonly kind: 'declined'; readonly reason: FailureReason; readonly providerPaymentId: string | null }
  | { readonly kind: 'unknown'; readonly cause: string };

export type AuthorizeOrder = {
  readonly idempotencyKey: string;
  /** Integer minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly paymentMethodToken: string;
  /** The order, so that the provider's own books can be held against ours. */
  readonly reference: string;
};

export type MoveOrder = {
  readonly idempotencyKey: string;
  readonly providerPaymentId: string;
  /** Integer minor units. */
  readonly amountMinor: bigint;
};

/** A payment provider. Nothing here throws for what a provider or a network does: that is an outcome. */
export type PaymentProvider = {
  /** Holds the amount. */
  authorize(order: AuthorizeOrder): Promise<ProviderOutcome>;
  /** Takes a held amount, or a part of it and lets the rest go. */
  capture(order: MoveOrder): Promise<ProviderOutcome>;
  /** Lets a held amount go. */
  void(order: MoveOrder): Promise<ProviderOutcome>;
  /** Gives a taken amount back. */
  refund(order: MoveOrder): Promise<ProviderOutcome>;
  /** What became of the call with that key; `notFound` when the provider has never done it. */
  retrieve(call: {
    idempotencyKey: string;
    kind: AttemptKind;
  }): Promise<ProviderOutcome | { readonly kind: 'notFound' }>;
};
