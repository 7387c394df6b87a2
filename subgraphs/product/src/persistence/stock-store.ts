import { type Id, type IdPrefix, idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import { canTurn, type OrderId, type Reservation, type ReservationStatus } from '../domain/reservation.ts';
import { mainLocation, stockMoves } from '../domain/stock-level.ts';
import type { StockStore } from '../use-cases/stock-store.ts';
import * as sql from './stock-sql.ts';

/** The stock in PostgreSQL: one statement a step, however many lines. */
export const createStockStore = (): StockStore => ({
  claim: async (tx, { orderId, status, holdSeconds }) => {
    const values = [uuidOfId(orderId), status, holdSeconds];
    const [row] = await query<sql.MarkRow>(tx, sql.claimReservation, ...values);
    return row ? { version: row.version, expiresAt: row.expires_at } : null;
  },

  lockReservation: async (tx, orderId) => {
    const [row] = await query<sql.ReservationRow>(tx, sql.lockReservation, uuidOfId(orderId));
    return row ? reservationOf(row) : null;
  },

  lockOverdue: async (tx, limit) => (await query<sql.ReservationRow>(tx, sql.lockOverdue, limit)).map(reservationOf),

  turn: async (tx, reservations, { status, holdSeconds = null }) => {
    for (const reservation of reservations) assertStep(reservation, status);
    const rows = await query<sql.MarkRow>(
      tx,
      sql.turnReservations,
      uuids(reservations, 'orderId'),
      status,
      holdSeconds,
    );
    if (rows.length !== reservations.length) throw new Error('a reservation changed although it was locked');
    return new Map(
      rows.map((row) => [idFromUuid('order', row.order_id), { version: row.version, expiresAt: row.expires_at }]),
    );
  },

  addLines: async (tx, orderId, lines) => {
    const quantities = lines.map(({ quantity }) => quantity);
    await tx.db.$executeRawUnsafe(sql.addLines, uuidOfId(orderId), uuids(lines, 'variantId'), quantities);
  },

  lockLevels: async (tx, lines) => {
    const rows = await query<sql.ForSaleRow>(tx, sql.lockLevels, uuids(lines, 'variantId'), mainLocation);
    return rows.map((row) => ({
      variantId: idFromUuid('variant', row.variant_id),
      available: row.available,
      isOnSale: row.is_on_sale,
    }));
  },

  move: async (tx, move, lines) => {
    const { onHand, reserved, available } = stockMoves[move];
    const quantities = lines.map(({ quantity }) => quantity);
    const values = [uuids(lines, 'variantId'), quantities, onHand, reserved, available, mainLocation];
    const rows = await query<sql.LevelRow>(tx, sql.moveStock, ...values);
    if (rows.length !== lines.length)
      throw new Error(`${move}: ${lines.length} lines, but ${rows.length} levels changed`);
    return rows.map(sql.levelOf);
  },
});

const query = <Row>(tx: Transaction, text: string, ...values: unknown[]): Promise<Row[]> =>
  tx.db.$queryRawUnsafe<Row[]>(text, ...values);

const uuids = <Key extends string>(rows: readonly Record<Key, Id<IdPrefix>>[], key: Key): string[] =>
  rows.map((row) => uuidOfId(row[key]));

const assertStep = (
  { orderId, status }: { orderId: OrderId; status: ReservationStatus },
  to: ReservationStatus,
): void => {
  if (!canTurn(status, to)) throw new Error(`the reservation of ${orderId} cannot turn from ${status} to ${to}`);
};

const reservationOf = ({ order_id, status, version, lines }: sql.ReservationRow): Reservation => ({
  orderId: idFromUuid('order', order_id),
  status,
  version,
  lines: lines.map(({ variant_id, quantity }) => ({ variantId: idFromUuid('variant', variant_id), quantity })),
});
