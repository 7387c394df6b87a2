import { appendEvent, type Transaction } from '@cartograph/outbox';
import { sumLines } from '../domain/stock-line.ts';
import { moveStock } from './move-stock.ts';
import type { StockStore } from './stock-store.ts';

/** So that one transaction neither holds many levels for long nor appends thousands of events. */
export const overdueAtOnce = 50;

/**
 * Ends holds that are past their deadline by the database's clock, and tells so. Returns how many; several replicas
 * may do it at once. When it is `overdueAtOnce`, there may be more.
 */
export const expireReservations =
  ({ stock }: { stock: StockStore }) =>
  async (tx: Transaction): Promise<number> => {
    const overdue = await stock.lockOverdue(tx, overdueAtOnce);
    if (overdue.length === 0) return 0;
    const marks = await stock.turn(tx, overdue, { status: 'EXPIRED' });
    // Of all of them together: one step in the order of variant ids, as everybody locks.
    await moveStock(stock, tx, { move: 'free', lines: sumLines(overdue.flatMap(({ lines }) => lines)) });
    for (const { orderId, version } of overdue) {
      const aggregateVersion = marks.get(orderId)?.version ?? version;
      await appendEvent(tx, { name: 'ReservationExpired', aggregateId: orderId, aggregateVersion, data: { orderId } });
    }
    return overdue.length;
  };
