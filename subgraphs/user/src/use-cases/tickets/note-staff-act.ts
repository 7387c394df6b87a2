import { appendAuditEntry } from '@cartograph/audit';
import type { Transaction } from '@cartograph/outbox';
import type { Ticket } from '../../domain/tickets/ticket.ts';

export type TicketAct =
  | 'REPLY_TO_TICKET'
  | 'NOTE_ON_TICKET'
  | 'ASSIGN_TICKET'
  | 'SET_TICKET_PRIORITY'
  | 'RESOLVE_TICKET'
  | 'REOPEN_TICKET';

/** Whoever works a ticket says no more than that, unless they want to: the customer asked for it. */
const asTheTicketAsks = 'As the ticket asks.';

/** No act of the staff on a customer's ticket without its entry. */
export const noteStaffAct = (
  tx: Transaction,
  { id, openerId }: Pick<Ticket, 'id' | 'openerId'>,
  { action, reason }: { action: TicketAct; reason: string | null },
): Promise<void> =>
  appendAuditEntry(tx, { action, subjectId: id, customerId: openerId, reason: reason ?? asTheTicketAsks });
