import { hasScope } from '@cartograph/viewer';
import { allow, rule } from 'graphql-shield';
import type { Context } from '../../context.ts';
import { maySeeTicket } from '../../domain/tickets/may-see-ticket.ts';
import type { Ticket } from '../../domain/tickets/ticket.ts';
import { actorOf } from './ticket-resolvers.ts';

/** Cached, one parent's answer would be given for the next. */
const ownsTicket = rule('ownsTicket', { cache: 'no_cache' })((ticket: Ticket, _, { viewer }: Context) =>
  maySeeTicket(actorOf(viewer), ticket),
);
const readsTickets = rule('readsTickets', { cache: 'contextual' })((_, __, { viewer }: Context) =>
  hasScope(viewer, 'ticket:read:any'),
);
const worksTickets = rule('worksTickets', { cache: 'contextual' })((_, __, { viewer }: Context) =>
  hasScope(viewer, 'ticket:write:any'),
);
/** Somebody signed in, or a guest with a token: whose ticket it is, the use case judges. */
const isSomebody = rule('isSomebody', { cache: 'contextual' })(
  (_, __, { viewer }: Context) => viewer.userId !== null || viewer.grants.length > 0,
);

export const ticketQueryRules = { ticket: allow, tickets: readsTickets };

export const ticketMutationRules = {
  openTicket: isSomebody,
  replyToTicket: isSomebody,
  addTicketNote: worksTickets,
  assignTicket: worksTickets,
  setTicketPriority: worksTickets,
  resolveTicket: worksTickets,
  reopenTicket: worksTickets,
};

export const ticketTypeRules = {
  SupportTicket: ownsTicket,
  SupportTicketConnection: readsTickets,
  SupportTicketEdge: readsTickets,
};

/** Reached only through a ticket, which is guarded, or through a payload; a stub shows no more than its id. */
export const ticketOpenTypes = [
  'TicketMessage',
  'TicketClock',
  'OpenTicketPayload',
  'ReplyToTicketPayload',
  'AddTicketNotePayload',
  'AssignTicketPayload',
  'SetTicketPriorityPayload',
  'ResolveTicketPayload',
  'ReopenTicketPayload',
  'PageInfo',
  'Order',
  'Payment',
  'TicketNotFoundError',
  'TicketStatusRefusedError',
];
