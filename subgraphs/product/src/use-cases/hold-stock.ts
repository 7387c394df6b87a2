import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/reservation.ts';
import { sumLines } from '../domain/stock-line.ts';
import type { StockStore } from './stock-store.ts';
import { takeHold } from './take-hold.ts';

export type HoldStock = {
  readonly orderId: OrderId;
  readonly lines: readonly { variantId: string; quantity: number }[];
};

/** KNOWN: the order has a reservation, or it ended before it came: nothing is held and nobody is answered. */
export type HoldOutcome = 'HELD' | 'SHORT' | 'KNOWN';

/**
 * Holds all lines of a placed order or none, and tells the order which. A short one leaves a RELEASED reservation, so
 * that the same order sent again is not tried anew.
 */
export const holdStock =
  ({ stock, holdSeconds }: { stock: StockStore; holdSeconds: number }) =>
  async (tx: Transaction, { orderId, lines: asked }: HoldStock): Promise<HoldOutcome> => {
    const lines = sumLines(asked);
    const claimed = await stock.claim(tx, { orderId, status: 'HELD', holdSeconds });
    if (!claimed) return 'KNOWN';
    const shortages = await takeHold(stock, tx, lines);
    if (shortages.length > 0) {
      const reservation = { orderId, status: 'HELD', version: claimed.version, lines: [] } as const;
      const marks = await stock.turn(tx, [reservation], { status: 'RELEASED' });
      const aggregateVersion = marks.get(orderId)?.version ?? claimed.version;
      const data = { orderId, shortages: [...shortages] };
      await appendEvent(tx, { name: 'StockRejected', aggregateId: orderId, aggregateVersion, data });
      return 'SHORT';
    }
    await stock.addLines(tx, orderId, lines);
    const data = { orderId, lines, expiresAt: deadlineOf(claimed.expiresAt) };
    await appendEvent(tx, { name: 'StockReserved', aggregateId: orderId, aggregateVersion: claimed.version, data });
    return 'HELD';
  };

const deadlineOf = (expiresAt: Date | null): string => {
  if (!expiresAt) throw new Error('a hold without a deadline');
  return expiresAt.toISOString();
};
