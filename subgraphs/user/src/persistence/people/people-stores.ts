import { personalRecords } from '@cartograph/personal-data';
import type { PrismaClient } from '../generated/client.ts';
import { createTicketReads } from '../tickets/ticket-reads.ts';
import { ticketStore } from '../tickets/ticket-store.ts';
import { createAwaitedParts, createDataRequestReads } from './data-request-reads.ts';
import { dataRequestStore } from './data-request-store.ts';
import { erasableAccounts } from './erasable-accounts.ts';
import { heldOfPerson } from './held-of-person.ts';
import { createPersonReads } from './person-reads.ts';
import { personStore } from './person-store.ts';

/** Everything this subgraph keeps of people beside their accounts, over one Prisma client. */
export const createPeopleStores = (prisma: PrismaClient) => ({
  reads: createPersonReads(prisma),
  requestReads: createDataRequestReads(prisma),
  people: personStore,
  accounts: erasableAccounts,
  requests: dataRequestStore,
  ticketReads: createTicketReads(prisma),
  tickets: ticketStore,
  awaitedParts: createAwaitedParts(prisma),
  personalRecords: personalRecords(prisma, heldOfPerson),
});

export type PeopleStores = ReturnType<typeof createPeopleStores>;
