import { parseId } from '@cartograph/ids';
import type { Context } from '../context.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { deviceOf, notSignedIn, ownId, signedIn } from './signed-in.ts';
import { notSupported, proofError, sessionNotFound, sessionOver } from './user-errors.ts';

type Mutations = Pick<MutationResolvers, 'signIn' | 'refreshSession' | 'signOut' | 'signOutEverywhere' | 'endSession'>;

/** The beginning, the life and the end of sessions. */
export const sessionMutations: Mutations = {
  signIn: async (_, { input }, context) => {
    const attempt = await context.throttle.signIn(input.email);
    const { email, password, secondFactor = null } = input;
    const result = await context.useCases.signIn(
      { email, password, secondFactor, device: deviceOf(context) },
      context.cause,
    );
    if (!result.ok) return notSignedIn(proofError(result.error.code));
    await attempt.succeeded();
    return signedIn(context, result.user, result.grant);
  },
  refreshSession: async (_, { input }, context) => {
    const refreshed = await context.useCases.refreshSession(input.refreshToken, context.cause);
    return refreshed.ok ? signedIn(context, refreshed.user, refreshed.grant) : notSignedIn(sessionOver);
  },
  signOut: async (_, { input }, { useCases, cause }) => {
    await useCases.endSessions.byToken(input.refreshToken, cause);
    return { userErrors: [] };
  },
  signOutEverywhere: async (_, __, context) => {
    await context.useCases.endSessions.everywhere(ownId(context), context.cause);
    return { userErrors: [] };
  },
  endSession: async (_, { input }, context) => {
    if (!context.hasOwnSessions) return { userErrors: [notSupported] };
    const isEnded = await endOwn(context, input.sessionId);
    return { userErrors: isEnded ? [] : [sessionNotFound] };
  },
};

const endOwn = async (context: Context, text: string): Promise<boolean> => {
  const userId = ownId(context);
  const id = parseId('session', text);
  return id !== null && context.useCases.endSessions.byId({ id, userId }, context.cause);
};
