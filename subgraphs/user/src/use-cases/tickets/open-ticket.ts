import { newId } from '@cartograph/ids';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { TicketActor } from '../../domain/tickets/may-see-ticket.ts';
import { parseBody, parseSubject, type Ticket } from '../../domain/tickets/ticket.ts';
import { startClock } from '../../domain/tickets/ticket-clock.ts';
import { holdOpenAccount } from '../people/hold-open-account.ts';
import type { AccountLocks } from '../people/ports.ts';
import type { TicketOutcome, TicketStore } from './ports.ts';

export type OpenTicket = Pick<Ticket, 'orderId' | 'paymentId' | 'returnId'> & {
  readonly actor: TicketActor;
  readonly subject: string;
  readonly message: string;
};

/** Opens a ticket for a signed-in customer, or for a guest by the order (or else the cart) that their token opens. */
export const openTicket =
  ({ accounts, tickets }: { accounts: AccountLocks; tickets: TicketStore }) =>
  async (tx: Transaction, { actor, message, ...command }: OpenTicket): Promise<TicketOutcome> => {
    const subject = parseSubject(command.subject);
    const body = parseBody(message);
    const guestGrant = actor.userId === null ? grantOf(actor, command.orderId) : null;
    const fields = [
      ...(subject === null ? ['subject'] : []),
      ...(body === null ? ['message'] : []),
      ...(actor.userId === null && guestGrant === null ? ['orderId'] : []),
    ];
    if (subject === null || body === null || fields.length > 0)
      return { ok: false, error: { code: 'INVALID_INPUT', fields } };
    if (actor.userId !== null && !(await holdOpenAccount(accounts, tx, actor.userId)))
      return { ok: false, error: { code: 'ACCOUNT_CLOSED' } };
    const now = await tickets.now(tx);
    const links = { orderId: command.orderId, paymentId: command.paymentId, returnId: command.returnId };
    const ticket = await tickets.insert(
      tx,
      {
        id: newId('ticket'),
        openerId: actor.userId,
        guestGrant,
        subject,
        priority: 'NORMAL',
        assigneeId: null,
        ...links,
        ...startClock('NORMAL', now),
      },
      now,
    );
    await tickets.addMessage(tx, ticket.id, { author: 'CUSTOMER', authorId: actor.userId, body });
    await appendEvent(tx, {
      name: 'TicketOpened',
      aggregateId: ticket.id,
      aggregateVersion: ticket.version,
      data: {
        ticketId: ticket.id,
        userId: ticket.openerId,
        orderId: ticket.orderId,
        openedAt: ticket.openedAt.toISOString(),
      },
    });
    return { ok: true, ticketId: ticket.id };
  };

/** What opens a guest's ticket: the named order, which must be theirs, or what their token opens. */
const grantOf = ({ grants }: TicketActor, orderId: string | null): string | null =>
  orderId === null ? (grants[0] ?? null) : (grants.find((grant) => grant === orderId) ?? null);
