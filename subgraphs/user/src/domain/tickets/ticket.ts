import type { Id } from '@cartograph/ids';
import type { UserId } from '../user.ts';
import type { TicketStatus } from './ticket-transitions.ts';

export type TicketId = Id<'ticket'>;
export type TicketPriority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type TicketAuthor = 'CUSTOMER' | 'STAFF' | 'NOTE';

/** The clock a ticket is held to. It stands still while it is not the staff's turn. */
export type TicketClock = {
  readonly firstResponseDueAt: Date;
  readonly firstRespondedAt: Date | null;
  readonly resolutionDueAt: Date;
  readonly pausedAt: Date | null;
};

export type Ticket = TicketClock & {
  readonly id: TicketId;
  readonly openerId: UserId | null;
  /** The order or cart whose token opens a guest's ticket. */
  readonly guestGrant: string | null;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly assigneeId: UserId | null;
  readonly orderId: Id<'order'> | null;
  readonly paymentId: Id<'payment'> | null;
  readonly returnId: string | null;
  readonly version: number;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
};

export type TicketMessage = {
  readonly id: Id<'message'>;
  readonly author: TicketAuthor;
  readonly body: string;
  readonly createdAt: Date;
};

const longestBody = 10_000;

/** A subject in one line: 1 to 200 characters, or null. */
export const parseSubject = (text: string): string | null => {
  if (text.length > 1_024) return null;
  const subject = text.normalize('NFC').trim();
  return /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(subject) ? subject : null;
};

/** A message: 1 to 10000 characters, lines and tabs allowed, other control characters not; or null. */
export const parseBody = (text: string): string | null => {
  if (text.length > longestBody) return null;
  const body = text.normalize('NFC').trim();
  return body.length > 0 && !/[\p{Cc}\p{Cs}]/u.test(body.replace(/[\n\r\t]/g, '')) ? body : null;
};
