import type { Transaction } from '@cartograph/outbox';
import type { ConsentPurpose } from '../../domain/people/consent.ts';
import {
  type NotificationPreference,
  notificationRules,
  type Wish,
} from '../../domain/people/notification-preference.ts';
import type { UserId } from '../../domain/user.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';
import type { PersonStore } from './ports.ts';

export type PreferenceSet =
  | { readonly ok: true; readonly preference: NotificationPreference }
  | AccountClosed
  | {
      readonly ok: false;
      readonly error:
        | { readonly code: 'NOTIFICATION_REQUIRED' }
        | { readonly code: 'CONSENT_MISSING'; readonly purpose: ConsentPurpose };
    };

/** Notes whether a person is told of a topic on a channel, within what the shop must tell and what they agreed to. */
export const setNotificationPreference =
  ({ people }: { people: PersonStore }) =>
  async (tx: Transaction, { userId, ...wish }: Wish & { userId: UserId }): Promise<PreferenceSet> => {
    const { isOptional, needs } = notificationRules[wish.topic][wish.channel];
    if (!isOptional && !wish.isEnabled) return { ok: false, error: { code: 'NOTIFICATION_REQUIRED' } };
    if (!(await holdOpenAccount(people, tx, userId))) return accountClosed;
    if (needs !== null && wish.isEnabled) {
      const held = await people.heldConsent(tx, userId, needs);
      if (!held?.isGranted) return { ok: false, error: { code: 'CONSENT_MISSING', purpose: needs } };
    }
    await people.putWish(tx, userId, wish);
    return { ok: true, preference: { ...wish, isOptional } };
  };
