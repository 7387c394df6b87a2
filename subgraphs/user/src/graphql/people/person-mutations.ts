import { parseId } from '@cartograph/ids';
import { unauthenticated } from '@cartograph/subgraph-server';
import type { Context } from '../../context.ts';
import type { UserId } from '../../domain/user.ts';
import type { MutationResolvers, ResolversTypes } from '../generated/resolver-types.ts';
import { accountClosed, consentMissing, invalidInput, notificationRequired } from './person-errors.ts';

type UserError = Awaited<ResolversTypes['UserError']>;

/** The signed-in user. Throws UNAUTHENTICATED for guests and machines, who have nothing of their own here. */
export const viewerIdOf = ({ viewer }: Context): UserId => {
  const id = parseId('user', viewer.userId);
  if (id === null) throw unauthenticated();
  return id;
};

const profileSentences = {
  name: 'A name has 1 to 100 characters and no control characters.',
  locale: 'This is no language tag (BCP 47), such as de-AT.',
  phone: 'This is no international phone number (E.164), such as +4930123456.',
} as const;

const refusedProfile = (userErrors: UserError[]) => ({ user: null, userErrors });

const updateProfile: NonNullable<MutationResolvers['updateProfile']> = async (_, { input }, context) => {
  const userId = viewerIdOf(context);
  const { unitOfWork, cause, people, loaders } = context;
  const outcome = await unitOfWork(cause, (tx) => people.updateProfile(tx, { userId, ...input }));
  if (outcome.ok) return { user: await loaders.userById.load(userId), userErrors: [] };
  if (outcome.error.code === 'ACCOUNT_CLOSED') return refusedProfile([accountClosed]);
  return refusedProfile(outcome.error.fields.map((field) => invalidInput(field, profileSentences[field])));
};

const setConsent: NonNullable<MutationResolvers['setConsent']> = async (_, { input }, context) => {
  const userId = viewerIdOf(context);
  const { unitOfWork, cause, people } = context;
  const outcome = await unitOfWork(cause, (tx) => people.setConsent(tx, { userId, ...input }));
  if (outcome.ok) return { consent: outcome.consent, userErrors: [] };
  const isClosed = outcome.error.code === 'ACCOUNT_CLOSED';
  const invalid = invalidInput('policyVersion', 'A version has 1 to 100 printable characters.');
  return { consent: null, userErrors: [isClosed ? accountClosed : invalid] };
};

const setNotificationPreference: NonNullable<MutationResolvers['setNotificationPreference']> = async (
  _,
  { input },
  context,
) => {
  const userId = viewerIdOf(context);
  const { unitOfWork, cause, people } = context;
  const outcome = await unitOfWork(cause, (tx) => people.setNotificationPreference(tx, { userId, ...input }));
  if (outcome.ok) return { notificationPreference: outcome.preference, userErrors: [] };
  return { notificationPreference: null, userErrors: [preferenceError(outcome.error)] };
};

type PreferenceRefusal = Extract<
  Awaited<ReturnType<Context['people']['setNotificationPreference']>>,
  { ok: false }
>['error'];

const preferenceError = (error: PreferenceRefusal): UserError => {
  switch (error.code) {
    case 'ACCOUNT_CLOSED':
      return accountClosed;
    case 'NOTIFICATION_REQUIRED':
      return notificationRequired;
    case 'CONSENT_MISSING':
      return consentMissing(error.purpose);
  }
};

export const personMutations = { updateProfile, setConsent, setNotificationPreference };
