import type { Transaction } from '@cartograph/outbox';
import type { OrderId, Reservation, ReservationStatus } from '../domain/reservation.ts';
import type { ChangedLevel, StockMove } from '../domain/stock-level.ts';
import type { ForSale, StockLine } from '../domain/stock-line.ts';

/** How a reservation stands after a change; `expiresAt` by the database's clock. */
export type ReservationMark = { readonly version: number; readonly expiresAt: Date | null };

/**
 * The stock and its reservations. Everybody locks in one order, the reservation first and then the levels by variant
 * id, so that nobody waits in a ring.
 */
export type StockStore = {
  /** Claims the order's reservation; null when there is one already (waits for whoever is just making it). */
  readonly claim: (
    tx: Transaction,
    reservation: { orderId: OrderId; status: 'HELD' | 'RELEASED'; holdSeconds: number },
  ) => Promise<ReservationMark | null>;
  /** The order's reservation, locked until the transaction ends; null when there is none. */
  readonly lockReservation: (tx: Transaction, orderId: OrderId) => Promise<Reservation | null>;
  /** Up to `limit` holds past their deadline, locked; those another process has in hand are passed over. */
  readonly lockOverdue: (tx: Transaction, limit: number) => Promise<readonly Reservation[]>;
  /** Sets the status, which must be a step of the state table from the present one, and counts the version up. */
  readonly turn: (
    tx: Transaction,
    reservations: readonly Reservation[],
    to: { status: ReservationStatus; holdSeconds?: number },
  ) => Promise<ReadonlyMap<OrderId, ReservationMark>>;
  readonly addLines: (tx: Transaction, orderId: OrderId, lines: readonly StockLine[]) => Promise<void>;
  /** What is there of each known variant of the lines, locked in the order of variant ids. */
  readonly lockLevels: (tx: Transaction, lines: readonly StockLine[]) => Promise<readonly ForSale[]>;
  /**
   * Moves all lines or throws: each level changes only while nothing of it falls below 0. Returns the levels after it.
   */
  readonly move: (tx: Transaction, move: StockMove, lines: readonly StockLine[]) => Promise<readonly ChangedLevel[]>;
};
