import type { Transaction } from '@cartograph/outbox';
import type { Ticket, TicketAuthor, TicketClock, TicketId, TicketMessage } from '../../domain/tickets/ticket.ts';
import type { TicketPage, TicketPosition, TicketQueue } from '../../domain/tickets/ticket-page.ts';
import type { TicketStatus } from '../../domain/tickets/ticket-transitions.ts';
import type { UserId } from '../../domain/user.ts';

export type NewTicket = Omit<
  Ticket,
  keyof TicketClock | 'version' | 'updatedAt' | 'openedAt' | 'resolvedAt' | 'status'
>;
export type NewMessage = { readonly author: TicketAuthor; readonly authorId: UserId | null; readonly body: string };

/** Support tickets, inside a transaction. */
export type TicketStore = {
  /** The database's clock, by which all clocks of tickets are judged. */
  now(tx: Transaction): Promise<Date>;
  insert(tx: Transaction, ticket: NewTicket & TicketClock, now: Date): Promise<Ticket>;
  /** The ticket, its row taken until the transaction ends; null when unknown. */
  lock(tx: Transaction, id: TicketId): Promise<Ticket | null>;
  /** Writes a locked ticket and raises its version. */
  save(tx: Transaction, ticket: Ticket, now: Date): Promise<Ticket>;
  addMessage(tx: Transaction, id: TicketId, message: NewMessage): Promise<void>;
};

/** What resolvers read of tickets. */
export type TicketReads = {
  find(id: TicketId): Promise<Ticket | null>;
  /** Newest first, 50 at most. */
  ofUser(userId: UserId): Promise<readonly Ticket[]>;
  /** Oldest first; the staff's notes only where asked for. */
  messages(id: TicketId, options: { withNotes: boolean }): Promise<readonly TicketMessage[]>;
  queue(queue: TicketQueue, page: { limit: number; after: TicketPosition | null }): Promise<TicketPage>;
};

export type TicketRefused = {
  readonly ok: false;
  readonly error:
    | { readonly code: 'TICKET_NOT_FOUND' | 'ACCOUNT_CLOSED' }
    | { readonly code: 'INVALID_INPUT'; readonly fields: readonly string[] }
    | { readonly code: 'TICKET_STATUS_REFUSED'; readonly status: TicketStatus };
};

export type TicketOutcome = { readonly ok: true; readonly ticketId: TicketId } | TicketRefused;

export const ticketNotFound: TicketRefused = { ok: false, error: { code: 'TICKET_NOT_FOUND' } };
