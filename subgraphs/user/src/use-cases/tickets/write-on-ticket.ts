import type { Transaction } from '@cartograph/outbox';
import { authorOn, maySeeTicket, type TicketActor } from '../../domain/tickets/may-see-ticket.ts';
import { parseBody, type TicketId } from '../../domain/tickets/ticket.ts';
import { act } from '../../domain/tickets/ticket-clock.ts';
import { holdOpenAccount } from '../people/hold-open-account.ts';
import type { AccountLocks } from '../people/ports.ts';
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
    if (actor.userId !== null && !(await holdOpenAccount(accounts, tx, actor.userId)))
      return { ok: false, error: { code: 'ACCOUNT_CLOSED' } };
    const ticket = await tickets.lock(tx, ticketId);
    if (!ticket || !maySeeTicket(actor, ticket)) return ticketNotFound;
    const author = isNote ? 'NOTE' : authorOn(actor, ticket);
    if (author === null || (isNote && !actor.writesAny)) return ticketNotFound;
    const now = await tickets.now(tx);
    const moved =
      author === 'NOTE' ? ticket : act(ticket, author === 'CUSTOMER' ? 'CUSTOMER_REPLIES' : 'STAFF_REPLIES', now);
    if (!moved) return { ok: false, error: { code: 'TICKET_STATUS_REFUSED', status: ticket.status } };
    await tickets.addMessage(tx, ticketId, { author, authorId: actor.userId, body });
    // A note on a closed ticket is allowed, and writes nothing of the ticket itself.
    if (author !== 'NOTE') await tickets.save(tx, moved, now);
    return { ok: true, ticketId };
  };
