import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { TicketId } from '../../domain/tickets/ticket.ts';
import { act } from '../../domain/tickets/ticket-clock.ts';
import { type TicketOutcome, type TicketStore, ticketNotFound } from './ports.ts';

/** The staff considers a ticket settled, or opens it again. */
export const settleTicket =
  ({ tickets }: { tickets: TicketStore }) =>
  async (
    tx: Transaction,
    { ticketId, action }: { ticketId: TicketId; action: 'RESOLVE' | 'REOPEN' },
  ): Promise<TicketOutcome> => {
    const ticket = await tickets.lock(tx, ticketId);
    if (!ticket) return ticketNotFound;
    const now = await tickets.now(tx);
    const moved = act(ticket, action, now);
    if (!moved) return { ok: false, error: { code: 'TICKET_STATUS_REFUSED', status: ticket.status } };
    const saved = await tickets.save(tx, moved, now);
    if (action === 'RESOLVE') {
      await appendEvent(tx, {
        name: 'TicketResolved',
        aggregateId: ticketId,
        aggregateVersion: saved.version,
        data: { ticketId, userId: saved.openerId, resolvedAt: now.toISOString() },
      });
    }
    return { ok: true, ticketId };
  };
