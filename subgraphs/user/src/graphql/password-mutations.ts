import { isPasswordRefusal, type PasswordRefusal } from '../domain/password-rules.ts';
import type { ProofRefusal } from '../use-cases/identity.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { deviceOf, notSignedIn, ownId, signedIn } from './signed-in.ts';
import { invalidCode, passwordError, proofError } from './user-errors.ts';

type Mutations = Pick<MutationResolvers, 'changePassword' | 'requestPasswordReset' | 'resetPassword'>;

/** Changing a password, and setting a new one for whoever forgot it. */
export const passwordMutations: Mutations = {
  changePassword: async (_, { input }, context) => {
    const userId = ownId(context);
    const attempt = await context.throttle.provePassword(userId);
    const { currentPassword, newPassword, secondFactor = null } = input;
    const change = { userId, currentPassword, newPassword, secondFactor, device: deviceOf(context) };
    const changed = await context.useCases.changePassword(change, context.cause);
    if (!changed.ok) return notSignedIn(changeError(changed.error.code));
    await attempt.succeeded();
    const user = await context.loaders.userById.load(userId);
    if (!user) throw new Error('an account vanished while its password was changed');
    return signedIn(context, user, changed.grant);
  },
  requestPasswordReset: async (_, { input }, { throttle, useCases, cause }) => {
    await throttle.requestMail(input.email);
    await useCases.requestPasswordReset(input.email, cause);
    return { userErrors: [] };
  },
  resetPassword: async (_, { input }, { throttle, useCases, cause }) => {
    const attempt = await throttle.redeem(input.email);
    const reset = await useCases.resetPassword(input, cause);
    if (reset.ok) {
      await attempt.succeeded();
      return { userErrors: [] };
    }
    const { code } = reset.error;
    return { userErrors: [code === 'INVALID_CODE' ? invalidCode : passwordError(code, 'newPassword')] };
  },
};

const changeError = (code: PasswordRefusal | ProofRefusal) =>
  isPasswordRefusal(code) ? passwordError(code, 'newPassword') : proofError(code);
