import { Prisma } from './generated/client.ts';

/** The columns of an order under the names of the generated client's row, for statements that Prisma cannot write. */
export const orderColumnsText = `
  o.id, o.cart_id AS "cartId", o.buyer_id AS "buyerId",
  o.guest_generation AS "guestGeneration", o.guest_revoked_at AS "guestRevokedAt", o.status, o.payment_status AS "paymentStatus",
  o.fulfillment_status AS "fulfillmentStatus", o.awaiting, o.currency, o.total_minor AS "totalMinor",
  o.payment_version AS "paymentVersion", o.rejection, o.cancellation, o.correlation_id AS "correlationId", o.version,
  o.placed_at AS "placedAt", o.pending_until AS "pendingUntil", o.updated_at AS "updatedAt", o.ended_at AS "endedAt"`;

/** The same as a part of a statement of Prisma's. */
export const orderColumns = Prisma.raw(orderColumnsText);
