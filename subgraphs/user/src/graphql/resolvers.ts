import { answerAuditEntries } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import { scalarResolvers } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import type { User } from '../domain/user.ts';
import { emailMutations } from './email-mutations.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { passwordMutations } from './password-mutations.ts';
import { addressMutations } from './people/address-mutations.ts';
import {
  dataRequest,
  dataRequestMutations,
  dataRequestResolvers,
  dataRequestsOfUser,
} from './people/data-request-resolvers.ts';
import { personMutations } from './people/person-mutations.ts';
import { addressFormat, addressResolvers, personFields } from './people/person-resolvers.ts';
import { registerMutation } from './register-mutation.ts';
import { secondFactorMutations } from './second-factor-mutations.ts';
import { sessionMutations } from './session-mutations.ts';
import { ownId } from './signed-in.ts';
import { suspensionMutations } from './suspension-mutations.ts';
import { ticketMutations } from './tickets/ticket-mutations.ts';
import {
  ticketConnectionResolvers,
  ticketQueries,
  ticketResolvers,
  ticketsOfUser,
} from './tickets/ticket-resolvers.ts';

/** The account with this id if the viewer may see it; null for a stranger's, exactly as for one that does not exist. */
const visibleUser = async ({ access, loaders }: Context, text: string | null): Promise<User | null> => {
  const id = parseId('user', text);
  return id !== null && access.mayRead(id) ? loaders.userById.load(id) : null;
};

export const resolvers: Resolvers = {
  DateTime: scalarResolvers.DateTime,
  Query: {
    me: (_, __, context) => visibleUser(context, context.viewer.userId),
    mySessions: (_, __, context) => (context.hasOwnSessions ? context.sessions.listOf(ownId(context)) : []),
    addressFormat,
    dataRequest,
    userAuditEntries: (_, page, { auditEntries }) => answerAuditEntries(auditEntries, page),
    ...ticketQueries,
  },
  Mutation: {
    register: registerMutation,
    ...emailMutations,
    ...sessionMutations,
    ...passwordMutations,
    ...secondFactorMutations,
    ...personMutations,
    ...addressMutations,
    ...dataRequestMutations,
    ...suspensionMutations,
    ...ticketMutations,
  },
  User: {
    __resolveReference: ({ id }, context) => visibleUser(context, id),
    ...personFields,
    dataRequests: dataRequestsOfUser,
    tickets: ticketsOfUser,
  },
  DataRequest: dataRequestResolvers,
  SupportTicket: ticketResolvers,
  SupportTicketConnection: ticketConnectionResolvers,
  Address: addressResolvers,
  Session: { isCurrent: ({ id }, _, { viewer }) => viewer.sessionId === id },
  Node: { __resolveType: () => 'User' },
  UserError: { __resolveType: ({ __typename }) => __typename ?? null },
};
