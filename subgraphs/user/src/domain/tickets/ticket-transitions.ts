export type TicketStatus = 'OPEN' | 'PENDING_CUSTOMER' | 'RESOLVED' | 'CLOSED';

/** What can be done with a ticket that may change its state. */
export type TicketAction = 'CUSTOMER_REPLIES' | 'STAFF_REPLIES' | 'RESOLVE' | 'REOPEN';

/** The life of a ticket. A resolved one is CLOSED by itself after a week, and then a new matter is a new ticket. */
export const ticketTransitions: Readonly<Record<TicketStatus, Readonly<Partial<Record<TicketAction, TicketStatus>>>>> =
  {
    OPEN: { CUSTOMER_REPLIES: 'OPEN', STAFF_REPLIES: 'PENDING_CUSTOMER', RESOLVE: 'RESOLVED' },
    PENDING_CUSTOMER: { CUSTOMER_REPLIES: 'OPEN', STAFF_REPLIES: 'PENDING_CUSTOMER', RESOLVE: 'RESOLVED' },
    RESOLVED: { CUSTOMER_REPLIES: 'OPEN', REOPEN: 'OPEN' },
    CLOSED: {},
  };
