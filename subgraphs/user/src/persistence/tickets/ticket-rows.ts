import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Ticket, TicketAuthor, TicketMessage, TicketPriority } from '../../domain/tickets/ticket.ts';
import type { TicketStatus } from '../../domain/tickets/ticket-transitions.ts';
import { Prisma } from '../generated/client.ts';

export type TicketRow = {
  id: string;
  openerId: string | null;
  guestGrant: string | null;
  subject: string;
  status: string;
  priority: string;
  assigneeId: string | null;
  orderId: string | null;
  paymentId: string | null;
  returnId: string | null;
  version: number;
  openedAt: Date;
  updatedAt: Date;
  firstResponseDueAt: Date;
  firstRespondedAt: Date | null;
  resolutionDueAt: Date;
  pausedAt: Date | null;
  resolvedAt: Date | null;
};

/** CLOSED is what RESOLVED becomes by itself after a week, by the database's clock: no sweeper can be late with it. */
export const effectiveStatus = Prisma.sql`
  CASE WHEN status = 'RESOLVED' AND resolved_at < clock_timestamp() - interval '7 days' THEN 'CLOSED' ELSE status END`;

export const ticketColumns = Prisma.sql`
  id, opener_id AS "openerId", guest_grant AS "guestGrant", subject, ${effectiveStatus} AS status, priority,
  assignee_id AS "assigneeId", order_id AS "orderId", payment_id AS "paymentId", return_id AS "returnId", version,
  opened_at AS "openedAt", updated_at AS "updatedAt", first_response_due_at AS "firstResponseDueAt",
  first_responded_at AS "firstRespondedAt", resolution_due_at AS "resolutionDueAt", paused_at AS "pausedAt",
  resolved_at AS "resolvedAt"`;

export const ticketOf = ({
  id,
  openerId,
  assigneeId,
  orderId,
  paymentId,
  status,
  priority,
  ...row
}: TicketRow): Ticket => ({
  ...row,
  id: idFromUuid('ticket', id),
  openerId: openerId === null ? null : idFromUuid('user', openerId),
  assigneeId: assigneeId === null ? null : idFromUuid('user', assigneeId),
  orderId: orderId === null ? null : idFromUuid('order', orderId),
  paymentId: paymentId === null ? null : idFromUuid('payment', paymentId),
  // CHECK constraints keep the texts within what the domain knows.
  status: status as TicketStatus,
  priority: priority as TicketPriority,
});

type Referring = Pick<Ticket, 'openerId' | 'assigneeId' | 'orderId' | 'paymentId'>;

/** The ids a ticket refers to, as the database stores them. */
export const referencesOf = ({ openerId, assigneeId, orderId, paymentId }: Referring) => ({
  openerId: openerId && uuidOfId(openerId),
  assigneeId: assigneeId && uuidOfId(assigneeId),
  orderId: orderId && uuidOfId(orderId),
  paymentId: paymentId && uuidOfId(paymentId),
});

export const messageOf = (row: { id: string; author: string; body: string; createdAt: Date }): TicketMessage => ({
  id: idFromUuid('message', row.id),
  author: row.author as TicketAuthor,
  body: row.body,
  createdAt: row.createdAt,
});
