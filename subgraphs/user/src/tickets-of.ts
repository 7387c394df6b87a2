import type { AccountLocks } from './use-cases/people/ports.ts';
import { arrangeTicket } from './use-cases/tickets/arrange-ticket.ts';
import { openTicket } from './use-cases/tickets/open-ticket.ts';
import type { TicketReads, TicketStore } from './use-cases/tickets/ports.ts';
import { settleTicket } from './use-cases/tickets/settle-ticket.ts';
import { writeOnTicket } from './use-cases/tickets/write-on-ticket.ts';

type TicketParts = {
  readonly ticketReads: TicketReads;
  readonly accounts: AccountLocks;
  readonly tickets: TicketStore;
};

/** Support tickets: what is read of them, and what may be done with them. */
export const ticketsOf = ({ ticketReads, accounts, tickets }: TicketParts) => ({
  reads: ticketReads,
  openTicket: openTicket({ accounts, tickets }),
  writeOnTicket: writeOnTicket({ accounts, tickets }),
  settleTicket: settleTicket({ tickets }),
  arrangeTicket: arrangeTicket({ accounts, tickets }),
});

export type Tickets = ReturnType<typeof ticketsOf>;
