import { uuidOfId } from '@cartograph/ids';
import { shownTickets } from '../../domain/tickets/ticket-page.ts';
import type { TicketReads } from '../../use-cases/tickets/ports.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import { effectiveStatus, messageOf, type TicketRow, ticketColumns, ticketOf } from './ticket-rows.ts';

/** What resolvers read of tickets. */
export const createTicketReads = (prisma: PrismaClient): TicketReads => ({
  find: async (id) => {
    const [row] = await prisma.$queryRaw<TicketRow[]>`
      SELECT ${ticketColumns} FROM support_ticket WHERE id = ${uuidOfId(id)}::uuid`;
    return row ? ticketOf(row) : null;
  },
  ofUser: async (userId) => {
    const rows = await prisma.$queryRaw<TicketRow[]>`
      SELECT ${ticketColumns} FROM support_ticket WHERE opener_id = ${uuidOfId(userId)}::uuid
      ORDER BY opened_at DESC, id DESC LIMIT ${shownTickets}`;
    return rows.map(ticketOf);
  },
  messages: async (id, { withNotes }) => {
    const where = { ticketId: uuidOfId(id), ...(!withNotes && { author: { not: 'NOTE' } }) };
    return (await prisma.ticketMessage.findMany({ where, orderBy: { position: 'asc' } })).map(messageOf);
  },
  queue: async ({ statuses, assigneeId, isUnassigned, isOverdue, orderId }, { limit, after }) => {
    const conditions = [
      Prisma.sql`${effectiveStatus} = ANY(${[...statuses]}::text[])`,
      ...(assigneeId ? [Prisma.sql`assignee_id = ${uuidOfId(assigneeId)}::uuid`] : []),
      ...(isUnassigned ? [Prisma.sql`assignee_id IS NULL`] : []),
      ...(isOverdue ? [Prisma.sql`resolution_due_at < coalesce(paused_at, clock_timestamp())`] : []),
      ...(orderId ? [Prisma.sql`order_id = ${uuidOfId(orderId)}::uuid`] : []),
      ...(after ? [Prisma.sql`(resolution_due_at, id) > (${after.resolutionDueAt}, ${uuidOfId(after.id)}::uuid)`] : []),
    ];
    const rows = await prisma.$queryRaw<TicketRow[]>`
      SELECT ${ticketColumns} FROM support_ticket WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY resolution_due_at, id LIMIT ${limit + 1}`;
    const tickets = rows.slice(0, limit).map(ticketOf);
    return { tickets, hasNextPage: rows.length > limit, hasPreviousPage: after !== null };
  },
});
