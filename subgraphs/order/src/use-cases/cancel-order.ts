import { appendAuditEntry } from '@cartograph/audit';
import type { Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/ids.ts';
import { ownsOrder, type Requester } from '../domain/may-see.ts';
import type { Order } from '../domain/order.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import { cancel } from '../domain/saga/take.ts';
import type { OrderStore } from './ports.ts';
import { recordStep } from './record-step.ts';

export type CancelOrder = {
  readonly orderId: OrderId;
  readonly requester: Requester;
  /** True for staff who may cancel what is not theirs. */
  readonly mayCancelAny: boolean;
  /** Null when none was given. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
};

type Cancelled = { readonly ok: true; readonly orderId: OrderId };

/**
 * Calls an order off for its owner, or for staff with a reason, which leaves an audit entry. Stock and money follow by
 * OrderCancelled, whatever is still on its way.
 */
export const cancelOrder =
  ({ orders }: { orders: OrderStore }) =>
  async (tx: Transaction, command: CancelOrder): Promise<Cancelled | Refused> => {
    const order = await orders.lock(tx, command.orderId);
    const isOwner = order !== null && ownsOrder(command.requester, order);
    if (!order || !(isOwner || command.mayCancelAny)) return refused({ code: 'ORDER_NOT_FOUND' });
    if (command.expectedVersion !== null && command.expectedVersion !== order.version)
      return refused({ code: 'VERSION_CONFLICT', currentVersion: order.version });
    if (!isOwner) return cancelForCustomer({ orders }, tx, { order, reason: command.reason });
    return cancelAs('CUSTOMER_REQUEST', { orders }, { tx, order });
  };

/** No act of the staff without its entry: both commit, or neither does. */
const cancelForCustomer = async (
  deps: { orders: OrderStore },
  tx: Transaction,
  { order, reason }: { order: Order; reason: string | null },
): Promise<Cancelled | Refused> => {
  if (reason === null) return refused(missingReason);
  const result = await cancelAs('STAFF_REQUEST', deps, { tx, order });
  if (result.ok) {
    const act = { action: 'CANCEL_ORDER', subjectId: order.id, customerId: order.buyerId, reason };
    await appendAuditEntry(tx, act);
  }
  return result;
};

const cancelAs = async (
  reason: 'CUSTOMER_REQUEST' | 'STAFF_REQUEST',
  { orders }: { orders: OrderStore },
  { tx, order }: { tx: Transaction; order: Order },
): Promise<Cancelled | Refused> => {
  const decision = cancel(order, { reason });
  if (decision.kind !== 'done') return refused(notCancellable(order));
  await recordStep({ orders })(tx, order, decision);
  return { ok: true, orderId: order.id };
};

const missingReason = {
  code: 'INVALID_INPUT',
  message: "Say why in 3 to 500 characters: it is a customer's order.",
  path: ['input', 'reason'],
} as const;

const notCancellable = ({ status, fulfillmentStatus }: Order) =>
  ({ code: 'ORDER_NOT_CANCELLABLE', status, fulfillmentStatus }) as const;
