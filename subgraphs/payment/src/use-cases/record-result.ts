import type { Transaction } from '@cartograph/outbox';
import type { AttemptResult } from '../domain/attempt.ts';
import { judgeResult } from '../domain/judge-result.ts';
import { ledgerEntries } from '../domain/ledger.ts';
import { applyDecision } from './apply-decision.ts';
import type { ClaimedAttempt, Orders, Payments, Transactions } from './ports.ts';

type Dependencies = { orders: Orders; payments: Payments; transactions: Transactions };

/**
 * Records what the provider answered: transaction, ledger, payment and events at once. False when the attempt was
 * settled before: a worker that comes too late changes nothing.
 */
export const recordResult = (dependencies: Dependencies) => {
  const { orders, payments, transactions } = dependencies;
  const apply = applyDecision(dependencies);
  return async (tx: Transaction, attempt: ClaimedAttempt, result: AttemptResult): Promise<boolean> => {
    const [{ isEnded }, found] = await Promise.all([orders.lock(tx, attempt.orderId), payments.findAsked(tx, attempt)]);
    if (!found) throw new Error(`the payment of the attempt ${attempt.id} is gone`);
    const { payment, isAsked } = found;
    if (!isAsked) return false;
    const decision = judgeResult(payment, attempt, { result, isOrderEnded: isEnded });
    const entries = result.status === 'SUCCEEDED' ? ledgerEntries(attempt.kind, attempt.amountMinor, payment) : [];
    const answered = { attempt, currency: payment.currency, result, entries };
    await Promise.all([transactions.append(tx, answered), apply(tx, decision)]);
    return true;
  };
};
