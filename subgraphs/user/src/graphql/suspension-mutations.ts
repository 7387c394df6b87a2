import { parseReason, reasonRule } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import type { Context } from '../context.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { invalidInput } from './people/person-errors.ts';
import type { UserError } from './user-errors.ts';

type Input = { readonly userId: string; readonly reason: string };

const notFound: UserError = {
  __typename: 'UserNotFoundError',
  code: 'USER_NOT_FOUND',
  message: 'There is no such account.',
  path: ['input', 'userId'],
};

const set = async (context: Context, input: Input, isSuspended: boolean) => {
  const { viewer, cause, useCases, loaders, access } = context;
  const userId = parseId('user', input.userId);
  const reason = parseReason(input.reason);
  const wrong = [
    ...(userId ? [] : [invalidInput('userId', 'This is no user id.')]),
    ...(reason === null ? [invalidInput('reason', reasonRule)] : []),
    ...(userId !== null && userId === viewer.userId && isSuspended
      ? [invalidInput('userId', 'Nobody locks themself out: ask somebody else to.')]
      : []),
  ];
  if (!userId || reason === null || wrong.length > 0) return { user: null, userErrors: wrong };
  const outcome = await useCases.setSuspension({ userId, isSuspended, reason }, cause);
  if (!outcome.ok) return { user: null, userErrors: [notFound] };
  const user = access.mayRead(userId) ? await loaders.userById.clear(userId).load(userId) : null;
  return { user, userErrors: [] };
};

/** Locking people out and letting them in again; who may is decided by the rules on the fields. */
export const suspensionMutations: Required<Pick<MutationResolvers, 'suspendUser' | 'reinstateUser'>> = {
  suspendUser: (_, { input }, context) => set(context, input, true),
  reinstateUser: (_, { input }, context) => set(context, input, false),
};
