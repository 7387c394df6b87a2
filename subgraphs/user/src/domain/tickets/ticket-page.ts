import { parseId } from '@cartograph/ids';
import type { UserId } from '../user.ts';
import type { Ticket } from './ticket.ts';
import type { TicketStatus } from './ticket-transitions.ts';

/** So many of a person's tickets are shown, the newest. */
export const shownTickets = 50;

/** Which tickets of the queue; what is due first stands at its head. */
export type TicketQueue = {
  readonly statuses: readonly TicketStatus[];
  readonly assigneeId: UserId | null;
  readonly isUnassigned: boolean;
  readonly isOverdue: boolean;
  readonly orderId: Ticket['orderId'];
};

export type TicketPosition = Pick<Ticket, 'resolutionDueAt' | 'id'>;

export type TicketPage = {
  readonly tickets: readonly Ticket[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/** The opaque text that marks a position for clients. */
export const cursorOf = ({ resolutionDueAt, id }: TicketPosition): string =>
  Buffer.from(`${resolutionDueAt.getTime()}.${id}`).toString('base64url');

/** The position behind a cursor; null for a text that is none of ours. */
export const positionOf = (cursor: string): TicketPosition | null => {
  if (cursor.length > 200) return null;
  const match = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  const id = parseId('ticket', match?.[2]);
  return match && id ? { resolutionDueAt: new Date(Number(match[1])), id } : null;
};
