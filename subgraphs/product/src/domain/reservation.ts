import type { Id } from '@cartograph/ids';
import type { StockLine } from './stock-line.ts';

export type OrderId = Id<'order'>;
export type ReservationStatus = 'HELD' | 'COMMITTED' | 'RELEASED' | 'EXPIRED';

/** The pieces set aside for one order; its key is the order's id. */
export type Reservation = {
  readonly orderId: OrderId;
  readonly status: ReservationStatus;
  readonly version: number;
  readonly lines: readonly StockLine[];
};

/** The life of a reservation. RELEASED is the end, also of one that never held anything. */
export const reservationTransitions = {
  HELD: ['COMMITTED', 'RELEASED', 'EXPIRED'],
  EXPIRED: ['HELD', 'RELEASED'],
  COMMITTED: ['RELEASED'],
  RELEASED: [],
} as const satisfies Record<ReservationStatus, readonly ReservationStatus[]>;

/** What a confirmed order asks of its reservation. A released one was overtaken by the order's cancellation. */
export const whenConfirmed = {
  HELD: 'COMMIT',
  EXPIRED: 'HOLD_ANEW',
  COMMITTED: 'NOTHING',
  RELEASED: 'NOTHING',
} as const satisfies Record<ReservationStatus, 'COMMIT' | 'HOLD_ANEW' | 'NOTHING'>;

/** What an order that ended asks: a cancelled one may have been committed before, a rejected one never was. */
export const whenEnded = {
  CANCELLED: { HELD: 'FREE', EXPIRED: 'CLOSE', COMMITTED: 'RESTOCK', RELEASED: 'NOTHING' },
  REJECTED: { HELD: 'FREE', EXPIRED: 'CLOSE', COMMITTED: 'IMPOSSIBLE', RELEASED: 'NOTHING' },
} as const satisfies Record<
  'CANCELLED' | 'REJECTED',
  Record<ReservationStatus, 'FREE' | 'CLOSE' | 'RESTOCK' | 'NOTHING' | 'IMPOSSIBLE'>
>;

/** True when the state table has that step. */
export const canTurn = (from: ReservationStatus, to: ReservationStatus): boolean =>
  (reservationTransitions[from] as readonly ReservationStatus[]).includes(to);
