import type { Transaction } from '@cartograph/outbox';
import { decide } from '../domain/saga/decide.ts';
import type { OrderStore } from './ports.ts';
import { recordStep } from './record-step.ts';

/**
 * Rejects up to `limit` orders that stayed PENDING past their deadline, and returns how many. Several replicas may do so
 * at once: each takes orders that no other has locked.
 */
export const rejectOverdueOrders =
  ({ orders }: { orders: OrderStore }) =>
  async (tx: Transaction, { limit }: { limit: number }): Promise<number> => {
    const overdue = await orders.lockOverdue(tx, limit);
    for (const order of overdue) {
      const decision = decide(order, { name: 'DeadlinePassed' });
      if (decision.kind !== 'done') throw new Error(`an overdue order was not rejected: ${decision.kind}`);
      // The end of an order is told under the correlation id of the request that placed it.
      const cause = { ...tx.cause, correlationId: order.correlationId };
      await recordStep({ orders })({ ...tx, cause }, order, decision);
    }
    return overdue.length;
  };
