import type { Ticket, TicketClock, TicketPriority } from './ticket.ts';
import { type TicketAction, ticketTransitions } from './ticket-transitions.ts';

const hourMs = 3_600_000;

/** By when a ticket is to be answered and settled, from when it was opened. */
const limits: Readonly<Record<TicketPriority, { readonly answerMs: number; readonly settleMs: number }>> = {
  URGENT: { answerMs: hourMs, settleMs: 8 * hourMs },
  HIGH: { answerMs: 4 * hourMs, settleMs: 24 * hourMs },
  NORMAL: { answerMs: 8 * hourMs, settleMs: 72 * hourMs },
  LOW: { answerMs: 24 * hourMs, settleMs: 168 * hourMs },
};

const later = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

/** The clock of a ticket that is opened now. */
export const startClock = (priority: TicketPriority, now: Date): TicketClock => ({
  firstResponseDueAt: later(now, limits[priority].answerMs),
  firstRespondedAt: null,
  resolutionDueAt: later(now, limits[priority].settleMs),
  pausedAt: null,
});

type Moving = Pick<Ticket, 'status' | 'resolvedAt'> & TicketClock;

/** The ticket after an action, its clock with it; null when the action cannot be done in its state. */
export const act = <Some extends Moving>(ticket: Some, action: TicketAction, now: Date): Some | null => {
  const status = ticketTransitions[ticket.status][action];
  if (!status) return null;
  const isAnswer = action === 'STAFF_REPLIES' || action === 'RESOLVE';
  const stoodMs = ticket.pausedAt === null ? 0 : now.getTime() - ticket.pausedAt.getTime();
  const isRunning = status === 'OPEN';
  return {
    ...ticket,
    status,
    firstRespondedAt: ticket.firstRespondedAt ?? (isAnswer ? now : null),
    // The time in which it was not the staff's turn does not count.
    resolutionDueAt: isRunning ? later(ticket.resolutionDueAt, stoodMs) : ticket.resolutionDueAt,
    pausedAt: isRunning ? null : (ticket.pausedAt ?? now),
    resolvedAt: status === 'RESOLVED' ? now : null,
  };
};

/** The ticket with another priority: its limits count from when it was opened, and what it stood still is kept. */
export const reprioritise = <Some extends TicketClock & Pick<Ticket, 'priority'>>(
  ticket: Some,
  priority: TicketPriority,
): Some => {
  const [before, after] = [limits[ticket.priority], limits[priority]];
  return {
    ...ticket,
    priority,
    firstResponseDueAt: later(ticket.firstResponseDueAt, after.answerMs - before.answerMs),
    resolutionDueAt: later(ticket.resolutionDueAt, after.settleMs - before.settleMs),
  };
};

/** True when it was answered or settled too late, or is too late now. */
export const isBreached = (clock: TicketClock, now: Date): boolean =>
  (clock.firstRespondedAt ?? now) > clock.firstResponseDueAt || (clock.pausedAt ?? now) > clock.resolutionDueAt;
