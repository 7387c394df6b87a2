import type { Transaction } from '@cartograph/outbox';
import type { Consent, ConsentPurpose } from '../../domain/people/consent.ts';
import {
  notificationChannels,
  notificationRules,
  notificationTopics,
} from '../../domain/people/notification-preference.ts';
import type { UserId } from '../../domain/user.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';
import type { PersonStore } from './ports.ts';

export type SetConsent = Omit<Consent, 'decidedAt'> & { readonly userId: UserId };

export type ConsentSet =
  | { readonly ok: true; readonly consent: Consent }
  | AccountClosed
  | { readonly ok: false; readonly error: { readonly code: 'INVALID_INPUT' } };

const policyVersionPattern = /^[\p{L}\p{N}\p{P} ]{1,100}$/u;

/**
 * Adds a decision to the history; the same decision on the same text adds nothing. Whoever takes a consent back is no
 * longer told what needed it, in the same transaction.
 */
export const setConsent =
  ({ people }: { people: PersonStore }) =>
  async (tx: Transaction, { userId, ...decision }: SetConsent): Promise<ConsentSet> => {
    const { purpose, isGranted, policyVersion } = decision;
    if (!policyVersionPattern.test(policyVersion)) return { ok: false, error: { code: 'INVALID_INPUT' } };
    if (!(await holdOpenAccount(people, tx, userId))) return accountClosed;
    const held = await people.heldConsent(tx, userId, purpose);
    const isSame = held?.isGranted === isGranted && held.policyVersion === policyVersion;
    if (held && isSame) return { ok: true, consent: held };
    const consent = await people.addConsent(tx, userId, decision);
    if (!isGranted) {
      for (const told of toldWith(purpose)) await people.putWish(tx, userId, { ...told, isEnabled: false });
    }
    return { ok: true, consent };
  };

/** What is told only with that consent. */
const toldWith = (purpose: ConsentPurpose) =>
  notificationTopics
    .flatMap((topic) => notificationChannels.map((channel) => ({ topic, channel })))
    .filter(({ topic, channel }) => notificationRules[topic][channel].needs === purpose);
