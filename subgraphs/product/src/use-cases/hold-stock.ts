import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/reservation.ts';
import { shortagesOf, sumLines } from '../domain/stock-line.ts';
import { moveStock } from './move-stock.ts';
import type { StockStore } from './stock-store.ts';

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
    const claim = { orderId, status: 'HELD', holdSeconds } as const;
    // Together, as one does not need the other's answer: levels that are locked for nothing are free soon.
    const [claimed, levels] = await Promise.all([stock.claim(tx, claim), stock.lockLevels(tx, lines)]);
    if (!claimed) return 'KNOWN';
    const shortages = shortagesOf(lines, levels);
    if (shortages.length > 0) {
      const reservation = { orderId, status: 'HELD', version: claimed.version, lines: [] } as const;
      const marks = await stock.turn(tx, [reservation], { status: 'RELEASED' });
      const aggregateVersion = marks.get(orderId)?.version ?? claimed.version;
      const data = { orderId, shortages: [...shortages] };
      await appendEvent(tx, { name: 'StockRejected', aggregateId: orderId, aggregateVersion, data });
      return 'SHORT';
    }
    await Promise.all([stock.addLines(tx, orderId, lines), moveStock(stock, tx, { move: 'hold', lines })]);
    const data = { orderId, lines, expiresAt: deadlineOf(claimed.expiresAt) };
    await appendEvent(tx, { name: 'StockReserved', aggregateId: orderId, aggregateVersion: claimed.version, data });
    return 'HELD';
  };

const deadlineOf = (expiresAt: Date | null): string => {
  if (!expiresAt) throw new Error('a hold without a deadline');
  return expiresAt.toISOString();
};
