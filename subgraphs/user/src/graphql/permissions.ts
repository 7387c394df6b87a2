import { allowAll } from '@cartograph/subgraph-server';
import { allow, deny, type IRules, rule } from 'graphql-shield';
import type { Context } from '../context.ts';
import type { User } from '../domain/user.ts';
import { personMutationRules, personOpenTypes, personTypeRules } from './people/person-permissions.ts';

import {
  ticketMutationRules,
  ticketOpenTypes,
  ticketQueryRules,
  ticketTypeRules,
} from './tickets/ticket-permissions.ts';

/** Cached, one parent's answer would be given for the next. */
const mayReadUser = rule('mayReadUser', { cache: 'no_cache' })((user: User, _, { access }: Context) =>
  access.mayRead(user.id),
);

/** Reached only through a payload, which holds nothing but what its own mutation made. */
const openTypes = [
  'RegisterPayload',
  'SignInPayload',
  'IdempotencyKeyReusedError',
  'InvalidInputError',
  'EmailTakenError',
  'PasswordRefusedError',
  'InvalidCredentialsError',
  'AccountSuspendedError',
  ...personOpenTypes,
  ...ticketOpenTypes,
];

/** Who may see which type. The resolvers answer null first: this is the second wall. */
export const permissions: IRules = {
  Query: { me: allow, addressFormat: allow, dataRequest: allow, ...ticketQueryRules },
  Mutation: { '*': deny, register: allow, signIn: allow, ...personMutationRules, ...ticketMutationRules },
  User: mayReadUser,
  ...personTypeRules,
  ...ticketTypeRules,
  ...allowAll(openTypes),
};
