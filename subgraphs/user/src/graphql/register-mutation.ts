import { parseId } from '@cartograph/ids';
import { type IdempotentResult, idempotent, isIdempotencyKey } from '@cartograph/outbox';
import type { Context } from '../context.ts';
import { prepareRegistration, type Registration } from '../use-cases/prepare-registration.ts';
import type { Registered } from '../use-cases/register.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { deviceOf, notSignedIn, signedIn } from './signed-in.ts';
import { idempotencyKeyReused, invalidIdempotencyKey, registrationError } from './user-errors.ts';

/** Opens an account. With an idempotency key, a repetition answers with the account of the first attempt. */
export const registerMutation: NonNullable<MutationResolvers['register']> = async (_, { input }, context) => {
  const key = input.idempotencyKey ?? null;
  if (key !== null && !isIdempotencyKey(key)) return notSignedIn(invalidIdempotencyKey);
  const prepared = prepareRegistration(input);
  if (!prepared.ok) return notSignedIn(...prepared.errors.map(registrationError));
  const { registration } = prepared;
  await context.throttle.register(registration.email);
  const opened = await open(context, key, registration);
  if (!opened.ok) return notSignedIn(idempotencyKeyReused);
  return answer(context, opened, registration);
};

const open = async (
  { unitOfWork, useCases, identity, cause, viewer }: Context,
  key: string | null,
  { password, ...registration }: Registration,
): Promise<IdempotentResult<Registered>> => {
  const { id: userId, email, name } = registration;
  const account = { ...registration, passwordHash: await identity.enrol({ userId, email, name, password }) };
  if (key === null) {
    const result = await unitOfWork(cause, (tx) => useCases.register(tx, account));
    return { ok: true, result, isReplay: false };
  }
  // The password stays out of the call: its quick hash would stand in the database beside the slow one.
  const call = { scope: `${viewer.userId ?? 'anonymous'}:register`, key, input: { email, name } };
  const opened = await idempotent(unitOfWork, { call, cause }, (tx) => useCases.register(tx, account));
  if (!opened.ok || opened.isReplay) await identity.withdraw(userId);
  return opened;
};

const answer = async (
  context: Context,
  { result, isReplay }: Extract<IdempotentResult<Registered>, { ok: true }>,
  { password }: Registration,
) => {
  const userId = parseId('user', result.userId);
  if (userId === null) throw new Error('an account was opened without an id');
  const answered = await context.useCases.answerRegistration({ userId, password, isReplay }, context.cause);
  if (!answered.ok) return notSignedIn(idempotencyKeyReused);
  context.access.noteProof(userId);
  if (answered.open === null) return { ...notSignedIn(), user: answered.user };
  return signedIn(context, answered.user, await answered.open(deviceOf(context)));
};
