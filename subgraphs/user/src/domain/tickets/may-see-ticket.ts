import type { UserId } from '../user.ts';
import type { Ticket, TicketAuthor } from './ticket.ts';

/** Who comes to a ticket: a customer, a guest with what their token opens, or the staff. */
export type TicketActor = {
  readonly userId: UserId | null;
  readonly grants: readonly string[];
  readonly readsAny: boolean;
  readonly writesAny: boolean;
};

/** A ticket is its opener's; a guest's is whoever holds the token it began with. */
export const ownsTicket = (actor: TicketActor, ticket: Pick<Ticket, 'openerId' | 'guestGrant'>): boolean =>
  ticket.guestGrant === null ? ticket.openerId === actor.userId : actor.grants.includes(ticket.guestGrant);

export const maySeeTicket = (actor: TicketActor, ticket: Pick<Ticket, 'openerId' | 'guestGrant'>): boolean =>
  actor.readsAny || ownsTicket(actor, ticket);

/** As whom the actor writes: on one's own ticket as its customer, also as a member of the staff; null for a stranger. */
export const authorOn = (actor: TicketActor, ticket: Ticket): Exclude<TicketAuthor, 'NOTE'> | null => {
  if (ownsTicket(actor, ticket)) return 'CUSTOMER';
  return actor.writesAny ? 'STAFF' : null;
};
