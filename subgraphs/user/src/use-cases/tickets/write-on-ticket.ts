import type { Transaction } from '@cartograph/outbox';
import { authorOn, maySeeTicket, type TicketActor } from '../../domain/tickets/may-see-ticket.ts';
import { parseBody, type Ticket, type TicketAuthor, type TicketId } from '../../domain/tickets/ticket.ts';
import { act } from '../../domain/tickets/ticket-clock.ts';
import { holdOpenAccount } from '../people/hold-open-account.ts';
import type { AccountLocks } from '../people/ports.ts';
import { noteStaffAct } from './note-staff-act.ts';
import { type TicketOutcome, type TicketStore, ticketNotFound } from './ports.ts';

export type WriteOnTicket = {
  readonly actor: TicketActor;
  readonly ticketId: TicketId;
  readonly message: string;
  readonly isNote: boolean;
};

/** A reply of the customer or to the customer, which moves the ticket; or a note of the staff, which moves nothing. */
export const writeOnTicket =
  ({ accounts, tickets }: { accounts: AccountLocks; tickets: TicketStore }) =>
  async (tx: Transaction, { actor, ticketId, message, isNote }: WriteOnTicket): Promise<TicketOutcome> => {
    const body = parseBody(message);
    if (body === null) return { ok: false, error: { code: 'INVALID_INPUT', fields: ['message'] } };
    if (!(await mayWrite(accounts, tx, actor))) return { ok: false, error: { code: 'ACCOUNT_CLOSED' } };
    const ticket = await tickets.lock(tx, ticketId);
    const author = ticket && authorOf(actor, ticket, isNote);
    if (!ticket || !author) return ticketNotFound;
    const written = { author, authorId: actor.userId, body };
    // A note on a closed ticket is allowed, and writes nothing of the ticket itself.
    if (author !== 'NOTE') {
      const now = await tickets.now(tx);
      const moved = act(ticket, replies[author], now);
      if (!moved) return { ok: false, error: { code: 'TICKET_STATUS_REFUSED', status: ticket.status } };
      await tickets.save(tx, moved, now);
    }
    await tickets.addMessage(tx, ticketId, written);
    if (author !== 'CUSTOMER') await noteStaffAct(tx, ticket, { action: acts[author], reason: null });
    return { ok: true, ticketId };
  };

const acts = { STAFF: 'REPLY_TO_TICKET', NOTE: 'NOTE_ON_TICKET' } as const;

const replies = { CUSTOMER: 'CUSTOMER_REPLIES', STAFF: 'STAFF_REPLIES' } as const;

/** A guest has no account that could be closed. */
const mayWrite = async (accounts: AccountLocks, tx: Transaction, { userId }: TicketActor): Promise<boolean> =>
  userId === null || holdOpenAccount(accounts, tx, userId);

/** As whom the actor writes; null for whoever may not. */
const authorOf = (actor: TicketActor, ticket: Ticket, isNote: boolean): TicketAuthor | null => {
  if (!maySeeTicket(actor, ticket)) return null;
  if (!isNote) return authorOn(actor, ticket);
  return actor.writesAny ? 'NOTE' : null;
};
