import type { MutationResolvers } from './generated/resolver-types.ts';
import { ownId } from './signed-in.ts';
import { notSupported, proofError } from './user-errors.ts';

type Mutations = Pick<MutationResolvers, 'startSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor'>;

const noSecret = { secret: null, uri: null };

/** A second factor by an authenticator app. */
export const secondFactorMutations: Mutations = {
  startSecondFactor: async (_, { input }, context) => {
    const userId = ownId(context);
    const { secondFactor } = context;
    if (secondFactor === null) return { ...noSecret, userErrors: [notSupported] };
    const attempt = await context.throttle.provePassword(userId);
    const started = await secondFactor.start({ userId, password: input.password }, context.cause);
    if (!started.ok) return { ...noSecret, userErrors: [proofError(started.code)] };
    await attempt.succeeded();
    return { secret: started.secret, uri: started.uri, userErrors: [] };
  },
  confirmSecondFactor: async (_, { input }, context) => {
    const userId = ownId(context);
    const { secondFactor } = context;
    if (secondFactor === null) return { recoveryCodes: null, userErrors: [notSupported] };
    const attempt = await context.throttle.provePassword(userId);
    const confirmed = await secondFactor.confirm({ userId, code: input.code }, context.cause);
    if (!confirmed.ok) return { recoveryCodes: null, userErrors: [proofError(confirmed.code)] };
    await attempt.succeeded();
    return { recoveryCodes: [...confirmed.recoveryCodes], userErrors: [] };
  },
  removeSecondFactor: async (_, { input }, context) => {
    const userId = ownId(context);
    const { secondFactor } = context;
    if (secondFactor === null) return { userErrors: [notSupported] };
    const attempt = await context.throttle.provePassword(userId);
    const removed = await secondFactor.remove({ userId, ...input }, context.cause);
    if (!removed.ok) return { userErrors: [proofError(removed.code)] };
    await attempt.succeeded();
    return { userErrors: [] };
  },
};
