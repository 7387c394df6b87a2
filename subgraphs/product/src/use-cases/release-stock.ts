import type { Transaction } from '@cartograph/outbox';
import { assertNever } from '../domain/assert-never.ts';
import { type OrderId, type Reservation, whenEnded } from '../domain/reservation.ts';
import type { StockMove } from '../domain/stock-level.ts';
import { sumLines } from '../domain/stock-line.ts';
import { moveStock } from './move-stock.ts';
import type { StockStore } from './stock-store.ts';

export type ReleaseStock = { readonly orderId: OrderId; readonly orderBecame: 'REJECTED' | 'CANCELLED' };

/** IMPOSSIBLE: the state table has no such step, e.g. a rejected order whose pieces had left. */
export type ReleaseOutcome = 'RELEASED' | 'DONE_BEFORE' | 'IMPOSSIBLE';

/**
 * Lets go what an ended order held, and takes back what had left for it. An order that ends before it was placed here
 * leaves a RELEASED reservation as its tombstone: when it does come, nothing is held.
 */
export const releaseStock =
  ({ stock }: { stock: StockStore }) =>
  async (tx: Transaction, { orderId, orderBecame }: ReleaseStock): Promise<ReleaseOutcome> => {
    if (await stock.claim(tx, { orderId, status: 'RELEASED', holdSeconds: 0 })) return 'RELEASED';
    const reservation = await stock.lockReservation(tx, orderId);
    if (!reservation) throw new Error(`the reservation of ${orderId} vanished`);
    const wanted = whenEnded[orderBecame][reservation.status];
    switch (wanted) {
      case 'NOTHING':
        return 'DONE_BEFORE';
      case 'IMPOSSIBLE':
        return 'IMPOSSIBLE';
      case 'CLOSE':
        return release({ stock, move: null }, tx, reservation);
      case 'FREE':
        return release({ stock, move: 'free' }, tx, reservation);
      case 'RESTOCK':
        return release({ stock, move: 'restock' }, tx, reservation);
      default:
        return assertNever(wanted);
    }
  };

const release = async (
  { stock, move }: { stock: StockStore; move: StockMove | null },
  tx: Transaction,
  reservation: Reservation,
): Promise<'RELEASED'> => {
  await stock.turn(tx, [reservation], { status: 'RELEASED' });
  if (move) await moveStock(stock, tx, { move, lines: sumLines(reservation.lines) });
  return 'RELEASED';
};
