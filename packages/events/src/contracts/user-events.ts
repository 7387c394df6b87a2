import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { subgraphNames } from '../subgraph-name.ts';
import { dataRequestId, exampleIds, instant, orderId, ticketId, userId } from './fields.ts';

export const userRegistered = defineEvent({
  name: 'UserRegistered',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'Somebody opened an account.',
  data: z.object({ userId, registeredAt: instant }),
  example: { userId: exampleIds.user, registeredAt: '2026-01-01T12:00:00.000Z' },
});

const aRequest = { requestId: exampleIds.dataRequest, userId: exampleIds.user };
const aTicket = { ticketId: exampleIds.ticket, userId: exampleIds.user };

export const userVerified = defineEvent({
  name: 'UserVerified',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'A user proved to own the e-mail address.',
  data: z.object({ userId, verifiedAt: instant }),
  example: { userId: exampleIds.user, verifiedAt: '2026-01-01T12:00:00.000Z' },
});

export const dataExportRequested = defineEvent({
  name: 'DataExportRequested',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'A user wants a copy of all personal data.',
  data: z.object({ requestId: dataRequestId, userId, requestedAt: instant }),
  example: { ...aRequest, requestedAt: '2026-01-01T12:00:00.000Z' },
});

export const dataExportReady = defineEvent({
  name: 'DataExportReady',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'The copy can be fetched by its owner.',
  data: z.object({
    requestId: dataRequestId,
    userId,
    readyAt: instant,
    expiresAt: instant.describe('Until when it can be fetched.'),
  }),
  example: { ...aRequest, readyAt: '2026-01-01T12:00:00.000Z', expiresAt: '2026-01-08T12:00:00.000Z' },
});

export const userErasureRequested = defineEvent({
  name: 'UserErasureRequested',
  version: 1,
  emitter: 'user',
  reactors: subgraphNames,
  description: 'A user wants all personal data gone: each subgraph erases its own.',
  data: z.object({ requestId: dataRequestId, userId, requestedAt: instant }),
  example: { ...aRequest, requestedAt: '2026-01-01T12:00:00.000Z' },
});

export const userDataErased = defineEvent({
  name: 'UserDataErased',
  version: 1,
  emitter: 'user',
  reactors: ['user'],
  alsoEmittedBy: ['product', 'order', 'payment'],
  description: 'One subgraph holds no personal data of the user any more.',
  data: z.object({
    requestId: dataRequestId,
    userId,
    subgraph: z.enum(subgraphNames).describe('The subgraph that says so.'),
    erasedAt: instant,
  }),
  example: { ...aRequest, subgraph: 'order', erasedAt: '2026-01-01T12:00:00.000Z' },
});

export const userErased = defineEvent({
  name: 'UserErased',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'Every subgraph has erased: nobody can tell any more who the user was.',
  data: z.object({ userId, erasedAt: instant }),
  example: { userId: exampleIds.user, erasedAt: '2026-01-01T12:00:00.000Z' },
});

export const ticketOpened = defineEvent({
  name: 'TicketOpened',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'A customer or a guest asked for help.',
  data: z.object({
    ticketId,
    userId: userId.nullable().describe('The customer; null for a guest.'),
    orderId: orderId.nullable().describe('The order it is about; null for anything else.'),
    openedAt: instant,
  }),
  example: { ...aTicket, orderId: null, openedAt: '2026-01-01T12:00:00.000Z' },
});

export const ticketResolved = defineEvent({
  name: 'TicketResolved',
  version: 1,
  emitter: 'user',
  reactors: [],
  description: 'Support considers the matter settled.',
  data: z.object({
    ticketId,
    userId: userId.nullable().describe('The customer; null for a guest.'),
    resolvedAt: instant,
  }),
  example: { ...aTicket, resolvedAt: '2026-01-01T12:00:00.000Z' },
});
