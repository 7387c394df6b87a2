import { newId, uuidOfId } from '@cartograph/ids';
import type { TicketStore } from '../../use-cases/tickets/ports.ts';
import { clientOf } from '../client-of.ts';
import { referencesOf, type TicketRow, ticketColumns, ticketOf } from './ticket-rows.ts';

/** Support tickets, in PostgreSQL. */
export const ticketStore: TicketStore = {
  now: async (tx) => {
    const [row] = await clientOf(tx).$queryRaw<
      { now: Date }[]
    >`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
    if (!row) throw new Error('the database has no clock');
    return row.now;
  },
  insert: async (tx, { id, ...ticket }, now) => {
    const row = await clientOf(tx).supportTicket.create({
      data: { ...ticket, ...referencesOf(ticket), id: uuidOfId(id), openedAt: now, updatedAt: now },
    });
    return ticketOf(row);
  },
  lock: async (tx, id) => {
    const [row] = await clientOf(tx).$queryRaw<TicketRow[]>`
      SELECT ${ticketColumns} FROM support_ticket WHERE id = ${uuidOfId(id)}::uuid FOR UPDATE`;
    return row ? ticketOf(row) : null;
  },
  save: async (tx, { id, version: _version, ...ticket }, now) => {
    const row = await clientOf(tx).supportTicket.update({
      where: { id: uuidOfId(id) },
      data: { ...ticket, ...referencesOf(ticket), updatedAt: now, version: { increment: 1 } },
    });
    return ticketOf(row);
  },
  addMessage: async (tx, id, { author, authorId, body }) => {
    await clientOf(tx).ticketMessage.create({
      data: {
        id: uuidOfId(newId('message')),
        ticketId: uuidOfId(id),
        author,
        authorId: authorId && uuidOfId(authorId),
        body,
      },
    });
  },
};
