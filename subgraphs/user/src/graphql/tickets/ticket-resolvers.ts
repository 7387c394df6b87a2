import { parseId } from '@cartograph/ids';
import { badUserInput, listEnd } from '@cartograph/subgraph-server';
import { hasScope, type Viewer } from '@cartograph/viewer';
import type { Context } from '../../context.ts';
import { maySeeTicket, type TicketActor } from '../../domain/tickets/may-see-ticket.ts';
import { isBreached } from '../../domain/tickets/ticket-clock.ts';
import { cursorOf, positionOf } from '../../domain/tickets/ticket-page.ts';
import type {
  QueryResolvers,
  SupportTicketConnectionResolvers,
  SupportTicketResolvers,
  UserResolvers,
} from '../generated/resolver-types.ts';

export const actorOf = (viewer: Viewer): TicketActor => ({
  userId: parseId('user', viewer.userId),
  grants: viewer.grants,
  readsAny: hasScope(viewer, 'ticket:read:any'),
  writesAny: hasScope(viewer, 'ticket:write:any'),
});

export const visibleTicket = async (text: string, { viewer, tickets }: Context) => {
  const id = parseId('ticket', text);
  const found = id && (await tickets.reads.find(id));
  return found && maySeeTicket(actorOf(viewer), found) ? found : null;
};

const defaultSize = 20;
const largestSize = 100;

export const ticketQueries: Pick<QueryResolvers, 'ticket' | 'tickets'> = {
  ticket: (_, { id }, context) => visibleTicket(id, context),
  tickets: (_, { filter, first, after }, { viewer, tickets }) => {
    if (!hasScope(viewer, 'ticket:read:any')) return null;
    if ((first ?? 0) < 0) throw badUserInput('A page has no fewer than 0 tickets.');
    const position = after ? positionOf(after) : null;
    if (after && !position) throw badUserInput('This is no cursor of a list of tickets.');
    const [assigneeId, orderId] = [idOr('user', filter?.assigneeId), idOr('order', filter?.orderId)];
    const queue = {
      statuses: filter?.statuses ?? (['OPEN', 'PENDING_CUSTOMER'] as const),
      assigneeId,
      isUnassigned: filter?.isUnassigned === true,
      isOverdue: filter?.isOverdue === true,
      orderId,
    };
    return tickets.reads.queue(queue, { limit: Math.min(first ?? defaultSize, largestSize), after: position });
  },
};

const idOr = <Prefix extends 'user' | 'order'>(prefix: Prefix, text: string | null | undefined) => {
  if (text === null || text === undefined) return null;
  const id = parseId(prefix, text);
  if (id === null) throw badUserInput(`This is no ${prefix} id.`);
  return id;
};

export const ticketsOfUser: NonNullable<UserResolvers['tickets']> = async ({ id }, _, { viewer, tickets }) => {
  const actor = actorOf(viewer);
  return (await tickets.reads.ofUser(id)).filter((ticket) => maySeeTicket(actor, ticket));
};

/** An account as far as the viewer may see it. */
const visibleAccount = (id: Parameters<Context['loaders']['userById']['load']>[0] | null, context: Context) =>
  id !== null && context.access.mayRead(id) ? context.loaders.userById.load(id) : null;

export const ticketResolvers: SupportTicketResolvers = {
  customer: ({ openerId }, _, context) => visibleAccount(openerId, context),
  assignee: ({ assigneeId }, _, context) => visibleAccount(assigneeId, context),
  order: ({ orderId }) => orderId && { id: orderId },
  payment: ({ paymentId }) => paymentId && { id: paymentId },
  messages: async ({ id }, { last }, { viewer, tickets }) => [
    ...listEnd(await tickets.reads.messages(id, { withNotes: hasScope(viewer, 'ticket:read:any') }), last),
  ],
  sla: (ticket) => ({
    firstResponseDueAt: ticket.firstResponseDueAt,
    firstRespondedAt: ticket.firstRespondedAt,
    resolutionDueAt: ticket.resolutionDueAt,
    isPaused: ticket.pausedAt !== null,
    isBreached: isBreached(ticket, new Date()),
  }),
};

export const ticketConnectionResolvers: SupportTicketConnectionResolvers = {
  edges: ({ tickets }) => tickets.map((node) => ({ cursor: cursorOf(node), node })),
  nodes: ({ tickets }) => [...tickets],
  pageInfo: ({ tickets, hasNextPage, hasPreviousPage }) => {
    const [first, last] = [tickets.at(0), tickets.at(-1)];
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    };
  },
};
