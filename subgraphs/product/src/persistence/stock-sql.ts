import { idFromUuid } from '@cartograph/ids';
import type { ReservationStatus } from '../domain/reservation.ts';
import type { ChangedLevel } from '../domain/stock-level.ts';

export type MarkRow = { order_id: string; version: number; expires_at: Date | null };
export type ReservationRow = {
  order_id: string;
  status: ReservationStatus;
  version: number;
  lines: { variant_id: string; quantity: number }[];
};
export type ForSaleRow = { variant_id: string; available: number; is_on_sale: boolean };
export type LevelRow = {
  product_id: string;
  variant_id: string;
  on_hand: number;
  reserved: number;
  available: number;
  version: number;
};

export const levelOf = (row: LevelRow): ChangedLevel => ({
  productId: idFromUuid('product', row.product_id),
  variantId: idFromUuid('variant', row.variant_id),
  onHand: row.on_hand,
  reserved: row.reserved,
  available: row.available,
  version: row.version,
});

export const claimReservation = `
  INSERT INTO stock_reservation (order_id, status, expires_at)
  VALUES ($1::uuid, $2::reservation_status,
    CASE WHEN $2::text = 'HELD' THEN clock_timestamp() + $3::int * interval '1 second' END)
  ON CONFLICT (order_id) DO NOTHING
  RETURNING order_id, version, expires_at`;

// Lines are written with their reservation and never changed: they are the same before and after a wait for the lock.
const reservationWithLines = `
  SELECT r.order_id, r.status, r.version, (
    SELECT coalesce(json_agg(json_build_object('variant_id', line.variant_id, 'quantity', line.quantity)
      ORDER BY line.variant_id), '[]')
    FROM stock_reservation_line AS line WHERE line.order_id = r.order_id) AS lines
  FROM stock_reservation AS r`;

export const lockReservation = `${reservationWithLines} WHERE r.order_id = $1::uuid FOR UPDATE OF r`;

export const lockOverdue = `${reservationWithLines}
  WHERE status = 'HELD' AND expires_at <= clock_timestamp()
  ORDER BY expires_at LIMIT $1::int FOR UPDATE OF r SKIP LOCKED`;

export const turnReservations = `
  UPDATE stock_reservation
  SET status = $2::reservation_status, version = version + 1, updated_at = clock_timestamp(),
    expires_at = CASE WHEN $2::text = 'HELD' THEN clock_timestamp() + $3::int * interval '1 second' ELSE expires_at END
  WHERE order_id = ANY ($1::uuid[])
  RETURNING order_id, version, expires_at`;

export const addLines = `
  INSERT INTO stock_reservation_line (order_id, variant_id, quantity)
  SELECT $1::uuid, line.variant_id, line.quantity FROM unnest($2::uuid[], $3::int[]) AS line (variant_id, quantity)`;

// The rows come locked in the order of variant ids (LockRows is above Sort), and with the newest committed numbers:
// whoever waited for a lock is given the row as its holder left it.
export const lockLevels = `
  SELECT level.variant_id, level.available, variant.active AND product.status = 'ACTIVE' AS is_on_sale
  FROM stock_level AS level
  JOIN product_variant AS variant ON variant.id = level.variant_id
  JOIN product ON product.id = variant.product_id
  WHERE level.variant_id = ANY ($1::uuid[]) AND level.location = $2
  ORDER BY level.variant_id
  FOR UPDATE OF level`;

// Locks in the order of variant ids first; the condition stands in the UPDATE itself, so that a caller who did not
// look before cannot oversell either, and the CHECK constraints stand behind it.
export const moveStock = `
  WITH line AS MATERIALIZED (
    SELECT level.variant_id, wanted.quantity
    FROM unnest($1::uuid[], $2::int[]) AS wanted (variant_id, quantity)
    JOIN stock_level AS level ON level.variant_id = wanted.variant_id AND level.location = $6
    ORDER BY level.variant_id
    FOR UPDATE OF level
  )
  UPDATE stock_level AS level
  SET on_hand = level.on_hand + line.quantity * $3::int,
    reserved = level.reserved + line.quantity * $4::int,
    available = level.available + line.quantity * $5::int,
    version = level.version + 1
  FROM line
  WHERE level.variant_id = line.variant_id AND level.location = $6
    AND level.on_hand + line.quantity * $3::int >= 0
    AND level.reserved + line.quantity * $4::int >= 0
    AND level.available + line.quantity * $5::int >= 0
  RETURNING (SELECT product_id FROM product_variant WHERE id = level.variant_id), level.variant_id, level.on_hand, level.reserved, level.available, level.version`;
