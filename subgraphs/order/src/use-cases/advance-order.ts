import type { Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/ids.ts';
import { decide } from '../domain/saga/decide.ts';
import type { Decision, SagaEvent } from '../domain/saga/saga-event.ts';
import type { OrderStore } from './ports.ts';
import { recordStep } from './record-step.ts';

export type AdvanceOrder = { readonly orderId: OrderId; readonly event: SagaEvent };

/** Judges an event of the checkout saga and, when it moves the order, records the step and tells of it. */
export const advanceOrder =
  ({ orders }: { orders: OrderStore }) =>
  async (tx: Transaction, { orderId, event }: AdvanceOrder): Promise<Decision> => {
    const order = await orders.lock(tx, orderId);
    // An order exists before anybody hears of it, so nobody can be early here.
    if (!order) return { kind: 'impossible', reason: `there is no order ${orderId}` };
    const decision = decide(order, event);
    if (decision.kind === 'done') await recordStep({ orders })(tx, order, decision);
    return decision;
  };
