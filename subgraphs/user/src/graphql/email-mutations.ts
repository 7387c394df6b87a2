import { parseId } from '@cartograph/ids';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { emailTaken, invalidCode } from './user-errors.ts';

type Mutations = Pick<MutationResolvers, 'verifyEmail' | 'resendVerification'>;

/** Proving an address. */
export const emailMutations: Mutations = {
  verifyEmail: async (_, { input }, context) => {
    await context.throttle.redeem(input.userId);
    const userId = parseId('user', input.userId);
    if (userId === null) return { user: null, userErrors: [invalidCode] };
    const verified = await context.useCases.verifyEmail({ userId, code: input.code }, context.cause);
    if (!verified.ok) {
      return { user: null, userErrors: [verified.error.code === 'EMAIL_TAKEN' ? emailTaken : invalidCode] };
    }
    context.access.noteProof(userId);
    return { user: verified.user, userErrors: [] };
  },
  resendVerification: async (_, { input }, { throttle, useCases, cause }) => {
    await throttle.requestMail(input.userId);
    const userId = parseId('user', input.userId);
    if (userId !== null) await useCases.resendVerification(userId, cause);
    return { userErrors: [] };
  },
};
