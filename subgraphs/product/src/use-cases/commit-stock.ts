import { appendEvent, type Transaction } from '@cartograph/outbox';
import { assertNever } from '../domain/assert-never.ts';
import { type OrderId, type Reservation, whenConfirmed } from '../domain/reservation.ts';
import { sumLines } from '../domain/stock-line.ts';
import { moveStock } from './move-stock.ts';
import type { StockStore } from './stock-store.ts';
import { takeHold } from './take-hold.ts';

type Dependencies = { stock: StockStore; holdSeconds: number };

/** UNKNOWN: there is no reservation yet. DONE_BEFORE: it was committed, or the order ended first. */
export type CommitOutcome = 'COMMITTED' | 'FAILED' | 'DONE_BEFORE' | 'UNKNOWN';

/**
 * Commits the hold of a confirmed order. One that has expired is taken anew if the pieces are still there; otherwise
 * the order hears what is missing.
 */
export const commitStock =
  ({ stock, holdSeconds }: Dependencies) =>
  async (tx: Transaction, { orderId }: { orderId: OrderId }): Promise<CommitOutcome> => {
    const reservation = await stock.lockReservation(tx, orderId);
    if (!reservation) return 'UNKNOWN';
    const wanted = whenConfirmed[reservation.status];
    switch (wanted) {
      case 'NOTHING':
        return 'DONE_BEFORE';
      case 'COMMIT':
        return commitHold(stock, tx, reservation);
      case 'HOLD_ANEW':
        return holdAnew({ stock, holdSeconds }, tx, reservation);
      default:
        return assertNever(wanted);
    }
  };

const commitHold = async (stock: StockStore, tx: Transaction, reservation: Reservation): Promise<CommitOutcome> => {
  const { orderId, lines } = reservation;
  const [marks] = await Promise.all([
    stock.turn(tx, [reservation], { status: 'COMMITTED' }),
    moveStock(stock, tx, { move: 'commit', lines: sumLines(lines) }),
  ]);
  const aggregateVersion = marks.get(orderId)?.version ?? reservation.version;
  await appendEvent(tx, { name: 'StockCommitted', aggregateId: orderId, aggregateVersion, data: { orderId } });
  return 'COMMITTED';
};

const holdAnew = async (
  { stock, holdSeconds }: Dependencies,
  tx: Transaction,
  reservation: Reservation,
): Promise<CommitOutcome> => {
  const { orderId } = reservation;
  const shortages = await takeHold(stock, tx, sumLines(reservation.lines));
  if (shortages.length > 0) {
    const marks = await stock.turn(tx, [reservation], { status: 'RELEASED' });
    const aggregateVersion = marks.get(orderId)?.version ?? reservation.version;
    const data = { orderId, shortages: [...shortages] };
    await appendEvent(tx, { name: 'StockCommitFailed', aggregateId: orderId, aggregateVersion, data });
    return 'FAILED';
  }
  const marks = await stock.turn(tx, [reservation], { status: 'HELD', holdSeconds });
  const version = marks.get(orderId)?.version ?? reservation.version;
  return commitHold(stock, tx, { ...reservation, status: 'HELD', version });
};
