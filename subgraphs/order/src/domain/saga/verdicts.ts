import type { OrderProgress } from '../order.ts';
import type { SagaEventName } from './saga-event.ts';

/**
 * Where the saga stands: whose answer it waits for, SETTLED when it waits for nothing and the order lives, ENDED when
 * the order was rejected or cancelled.
 */
type Phase = 'STOCK' | 'PAYMENT' | 'STOCK_COMMIT' | 'CAPTURE' | 'SETTLED' | 'ENDED';

/**
 * `take` moves the saga on; `note` only notes what became of the money; `ignore` was done before or does not matter any
 * more; `early` comes again later; `never` contradicts what we know and goes to the dead letters.
 */
export type Verdict = 'take' | 'note' | 'ignore' | 'early' | 'never';

type Row = readonly [
  stock: Verdict,
  payment: Verdict,
  stockCommit: Verdict,
  capture: Verdict,
  settled: Verdict,
  ended: Verdict,
];

const phases: readonly Phase[] = ['STOCK', 'PAYMENT', 'STOCK_COMMIT', 'CAPTURE', 'SETTLED', 'ENDED'];

/**
 * A late authorisation or capture for an order that has ended is only noted: payment heard of the end by OrderRejected
 * or OrderCancelled, keeps a tombstone, and voids or refunds by itself whatever came first, so nothing is said twice.
 */
const verdicts: { readonly [Name in SagaEventName]: Row } = {
  //                       STOCK     PAYMENT   COMMIT    CAPTURE   SETTLED   ENDED
  StockReserved: /*     */ ['take', 'ignore', 'ignore', 'ignore', 'ignore', 'ignore'],
  StockRejected: /*     */ ['take', 'never', 'never', 'never', 'never', 'ignore'],
  PaymentActionRequired: ['early', 'take', 'ignore', 'ignore', 'ignore', 'ignore'],
  PaymentAuthorized: /* */ ['early', 'take', 'ignore', 'ignore', 'ignore', 'note'],
  PaymentFailed: /*     */ ['early', 'take', 'never', 'never', 'never', 'ignore'],
  StockCommitted: /*    */ ['early', 'early', 'take', 'ignore', 'ignore', 'ignore'],
  StockCommitFailed: /* */ ['early', 'early', 'take', 'never', 'never', 'ignore'],
  PaymentCaptured: /*   */ ['early', 'early', 'early', 'take', 'note', 'note'],
  PaymentCaptureFailed: ['early', 'early', 'early', 'take', 'never', 'ignore'],
  PaymentVoided: /*     */ ['early', 'early', 'note', 'note', 'note', 'note'],
  PaymentRefunded: /*   */ ['early', 'early', 'early', 'early', 'note', 'note'],
  DeadlinePassed: /*    */ ['take', 'take', 'ignore', 'ignore', 'ignore', 'ignore'],
};

/** Where the saga of this order stands. */
export const phaseOf = ({ status, awaiting }: Pick<OrderProgress, 'status' | 'awaiting'>): Phase => {
  if (status === 'REJECTED' || status === 'CANCELLED') return 'ENDED';
  return awaiting === 'NOTHING' ? 'SETTLED' : awaiting;
};

/** What an event means to the order as it is now. */
export const verdictOn = (order: OrderProgress, event: SagaEventName): Verdict =>
  verdicts[event][phases.indexOf(phaseOf(order))] ?? 'never';
