import type { Context } from '../context.ts';
import type { User } from '../domain/user.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { signInError } from './user-errors.ts';

/** Proves a password and answers with the user and a token. */
export const signInMutation: NonNullable<MutationResolvers['signIn']> = async (_, { input }, context) => {
  const signedIn = await context.useCases.signIn(input);
  if (!signedIn.ok)
    return { user: null, accessToken: null, expiresAt: null, userErrors: [signInError(signedIn.error.code)] };
  return signedInPayload(context, signedIn.user);
};

/** The answer to whoever has just proved to be this user. */
export const signedInPayload = async ({ accessTokens, access }: Context, user: User) => {
  access.noteProof(user.id);
  return { user, ...(await accessTokens.issue(user)), userErrors: [] };
};
