import { auditTypeRules, readsAudit } from '@cartograph/audit';
import { allowAll, scopeRule } from '@cartograph/subgraph-server';
import { allow, deny, type IRules, rule } from 'graphql-shield';
import type { Context } from '../context.ts';
import type { User } from '../domain/user.ts';
import { isSignedIn } from './is-signed-in.ts';
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
  'VerifyEmailPayload',
  'ResendVerificationPayload',
  'RequestPasswordResetPayload',
  'RefreshSessionPayload',
  'ChangePasswordPayload',
  'SignOutEverywherePayload',
  'EndSessionPayload',
  'SignOutPayload',
  'ResetPasswordPayload',
  'SuspendUserPayload',
  'ReinstateUserPayload',
  'UserNotFoundError',
  'StartSecondFactorPayload',
  'ConfirmSecondFactorPayload',
  'RemoveSecondFactorPayload',
  'IdempotencyKeyReusedError',
  'InvalidInputError',
  'EmailTakenError',
  'PasswordRefusedError',
  'InvalidCredentialsError',
  'AccountSuspendedError',
  ...personOpenTypes,
  ...ticketOpenTypes,
  'EmailNotVerifiedError',
  'InvalidCodeError',
  'SessionOverError',
  'SecondFactorError',
  'NotSupportedError',
];

/** For whoever is not signed in: what it takes to be. */
const openMutations = {
  register: allow,
  verifyEmail: allow,
  resendVerification: allow,
  signIn: allow,
  refreshSession: allow,
  signOut: allow,
  requestPasswordReset: allow,
  resetPassword: allow,
};

const suspends = scopeRule('user:write');
const suspensionRules = { suspendUser: suspends, reinstateUser: suspends };

const ownMutations = {
  signOutEverywhere: isSignedIn,
  endSession: isSignedIn,
  changePassword: isSignedIn,
  startSecondFactor: isSignedIn,
  confirmSecondFactor: isSignedIn,
  removeSecondFactor: isSignedIn,
};

/** Who may see which type. The resolvers answer null first: this is the second wall. */
export const permissions: IRules = {
  Query: {
    me: allow,
    mySessions: isSignedIn,
    addressFormat: allow,
    dataRequest: allow,
    userAuditEntries: readsAudit,
    ...ticketQueryRules,
  },
  Mutation: {
    '*': deny,
    ...openMutations,
    ...ownMutations,
    ...personMutationRules,
    ...ticketMutationRules,
    ...suspensionRules,
  },
  User: mayReadUser,
  // Only ever listed for the viewer's own account.
  Session: isSignedIn,
  ...auditTypeRules,
  ...personTypeRules,
  ...ticketTypeRules,
  ...allowAll(openTypes),
};
