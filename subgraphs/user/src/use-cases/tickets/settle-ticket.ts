import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { TicketId } from '../../domain/tickets/ticket.ts';
import { act } from '../../domain/tickets/ticket-clock.ts';
import { noteStaffAct } from './note-staff-act.ts';
import { type TicketOutcome, type TicketStore, ticketNotFound } from './ports.ts';

export type SettleTicket = {
  readonly ticketId: TicketId;
  readonly action: 'RESOLVE' | 'REOPEN';
  readonly reason: string | null;
};

/** The staff considers a ticket settled, or opens it again. */
export const settleTicket =
  ({ tickets }: { tickets: TicketStore }) =>
  async (tx: Transaction, { ticketId, action, reason }: SettleTicket): Promise<TicketOutcome> => {
    const ticket = await tickets.lock(tx, ticketId);
    if (!ticket) return ticketNotFound;
    const now = await tickets.now(tx);
    const moved = act(ticket, action, now);
    if (!moved) return { ok: false, error: { code: 'TICKET_STATUS_REFUSED', status: ticket.status } };
    const saved = await tickets.save(tx, moved, now);
    await noteStaffAct(tx, ticket, { action: `${action}_TICKET`, reason });
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
