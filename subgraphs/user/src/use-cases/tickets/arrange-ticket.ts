import type { Transaction } from '@cartograph/outbox';
import type { TicketId, TicketPriority } from '../../domain/tickets/ticket.ts';
import { reprioritise } from '../../domain/tickets/ticket-clock.ts';
import type { UserId } from '../../domain/user.ts';
import type { AccountLocks } from '../people/ports.ts';
import { noteStaffAct } from './note-staff-act.ts';
import { type TicketOutcome, type TicketStore, ticketNotFound } from './ports.ts';

export type ArrangeTicket = { readonly ticketId: TicketId; readonly reason: string | null } & (
  | { readonly assigneeId: UserId | null }
  | { readonly priority: TicketPriority }
);

/** Who works on a ticket and how much it presses: neither changes whose turn it is. */
export const arrangeTicket =
  ({ accounts, tickets }: { accounts: AccountLocks; tickets: TicketStore }) =>
  async (tx: Transaction, command: ArrangeTicket): Promise<TicketOutcome> => {
    const ticket = await tickets.lock(tx, command.ticketId);
    if (!ticket) return ticketNotFound;
    if (ticket.status === 'CLOSED') {
      return { ok: false, error: { code: 'TICKET_STATUS_REFUSED', status: ticket.status } };
    }
    if ('assigneeId' in command && command.assigneeId !== null) {
      const status = await accounts.lock(tx, command.assigneeId);
      if (status !== 'ACTIVE' && status !== 'UNVERIFIED')
        return { ok: false, error: { code: 'INVALID_INPUT', fields: ['assigneeId'] } };
    }
    const arranged =
      'priority' in command ? reprioritise(ticket, command.priority) : { ...ticket, assigneeId: command.assigneeId };
    await tickets.save(tx, arranged, await tickets.now(tx));
    const action = 'priority' in command ? 'SET_TICKET_PRIORITY' : 'ASSIGN_TICKET';
    await noteStaffAct(tx, ticket, { action, reason: command.reason });
    return { ok: true, ticketId: command.ticketId };
  };
