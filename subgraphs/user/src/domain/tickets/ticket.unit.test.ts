import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody, parseSubject } from './ticket.ts';
import { act, isBreached, reprioritise, startClock } from './ticket-clock.ts';
import type { TicketAction, TicketStatus } from './ticket-transitions.ts';

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.UTC(2026, 0, 1) + hours * hour);
const opened = {
  status: 'OPEN' as TicketStatus,
  priority: 'NORMAL' as const,
  resolvedAt: null as Date | null,
  ...startClock('NORMAL', at(0)),
};
const actions: TicketAction[] = ['CUSTOMER_REPLIES', 'STAFF_REPLIES', 'RESOLVE', 'REOPEN'];

describe('the clock of a ticket', () => {
  it('stands still while it is the customer’s turn', () => {
    const answered = act(opened, 'STAFF_REPLIES', at(2));
    expect(answered).toMatchObject({ status: 'PENDING_CUSTOMER', firstRespondedAt: at(2), pausedAt: at(2) });
    const back = answered && act(answered, 'CUSTOMER_REPLIES', at(50));
    expect(back).toMatchObject({
      status: 'OPEN',
      resolutionDueAt: at(72 + 48),
      pausedAt: null,
      firstRespondedAt: at(2),
    });
  });

  it('is breached by a late answer and by a late end, but not by waiting for the customer', () => {
    expect(isBreached(opened, at(8))).toBe(false);
    expect(isBreached(opened, at(8.01))).toBe(true);
    const answered = act(opened, 'STAFF_REPLIES', at(2)) ?? opened;
    expect(isBreached(answered, at(1_000))).toBe(false);
    const late = act(act(answered, 'CUSTOMER_REPLIES', at(3)) ?? opened, 'RESOLVE', at(80)) ?? opened;
    expect(isBreached(late, at(80))).toBe(true);
  });

  it('follows the priority', () => {
    expect(reprioritise(opened, 'URGENT')).toMatchObject({
      priority: 'URGENT',
      firstResponseDueAt: at(1),
      resolutionDueAt: at(8),
    });
  });

  it('counts exactly the time in which it was the staff’s turn, whatever is done and when', () => {
    const step = fc.record({ action: fc.constantFrom(...actions), hours: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let [ticket, now, staffsTurn] = [opened, 0, 0];
        for (const { action, hours } of steps) {
          if (ticket.status === 'OPEN') staffsTurn += hours;
          now += hours;
          ticket = act(ticket, action, at(now)) ?? ticket;
          expect(ticket.pausedAt === null).toBe(ticket.status === 'OPEN');
          expect(ticket.resolvedAt !== null).toBe(ticket.status === 'RESOLVED');
        }
        const leftMs = ticket.resolutionDueAt.getTime() - (ticket.pausedAt ?? at(now)).getTime();
        expect(leftMs / hour).toBe(72 - staffsTurn);
      }),
    );
  });

  it('takes nothing from a closed ticket', () => {
    for (const action of actions) expect(act({ ...opened, status: 'CLOSED' }, action, at(1))).toBeNull();
    expect(act(opened, 'REOPEN', at(1))).toBeNull();
  });
});

describe('what is written on a ticket', () => {
  it('is plain text of a sensible length', () => {
    expect([' Lamp broken ', '', ' ', 'a\nb', 'x'.repeat(201), '\ud800'].map(parseSubject)).toEqual([
      'Lamp broken',
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([' a\n\tb ', '', ' \n', 'x'.repeat(10_001), '\u0000', '\ud800'].map(parseBody)).toEqual([
      'a\n\tb',
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
