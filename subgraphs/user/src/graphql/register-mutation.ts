import { type IdempotentResult, idempotent } from '@cartograph/outbox';
import type { Context } from '../context.ts';
import type { AccountOpened } from '../use-cases/open-account.ts';
import type { Registration } from '../use-cases/prepare-registration.ts';
import type { MutationResolvers, ResolversTypes } from './generated/resolver-types.ts';
import { signedInPayload } from './sign-in-mutation.ts';
import { emailTaken, idempotencyKeyReused, invalidIdempotencyKey, registrationError } from './user-errors.ts';

type UserError = Awaited<ResolversTypes['UserError']>;

const maxKeyLength = 255;

/** Opens an account. With an idempotency key, a repetition answers with the account of the first attempt. */
export const registerMutation: NonNullable<MutationResolvers['register']> = async (_, { input }, context) => {
  const key = input.idempotencyKey ?? null;
  if (key !== null && (key.length < 1 || key.length > maxKeyLength)) return refused([invalidIdempotencyKey]);
  const prepared = await context.useCases.prepareRegistration(input);
  if (!prepared.ok) return refused(prepared.errors.map(registrationError));
  const outcome = await open(context, key, prepared.registration);
  if (!outcome.ok) return refused([idempotencyKeyReused]);
  if (!outcome.result.ok) return refused([emailTaken]);
  if (outcome.isReplay) return answerAgain(context, input);
  const user = await context.loaders.userById.load(outcome.result.userId);
  if (!user) throw new Error('a new account vanished');
  return signedInPayload(context, user);
};

const refused = (userErrors: UserError[]) => ({ user: null, accessToken: null, expiresAt: null, userErrors });

const open = async (
  context: Context,
  key: string | null,
  registration: Registration,
): Promise<IdempotentResult<AccountOpened>> => {
  const { unitOfWork, useCases, cause, viewer } = context;
  if (key === null) {
    const result = await unitOfWork(cause, (tx) => useCases.register(tx, registration));
    return { ok: true, result, isReplay: false };
  }
  // The password stays out of the call: its quick hash would stand in the database beside the slow one.
  const call = {
    scope: `${viewer.userId ?? 'anonymous'}:register`,
    key,
    input: { email: registration.email, name: registration.name },
  };
  return idempotent(unitOfWork, { call, cause }, (tx) => useCases.register(tx, registration));
};

/** A key proves nothing: only who knows the account's password is given a token again. */
const answerAgain = async (context: Context, input: { readonly email: string; readonly password: string }) => {
  const signedIn = await context.useCases.signIn(input);
  return signedIn.ok ? signedInPayload(context, signedIn.user) : refused([idempotencyKeyReused]);
};
