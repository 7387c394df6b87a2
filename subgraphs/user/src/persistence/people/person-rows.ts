import { idFromUuid } from '@cartograph/ids';
import type { Consent, ConsentPurpose } from '../../domain/people/consent.ts';
import type { NotificationChannel, NotificationTopic, Wish } from '../../domain/people/notification-preference.ts';
import type { SavedAddress } from '../../domain/people/saved-address.ts';
import type {
  Address as AddressRow,
  ConsentDecision as ConsentRow,
  NotificationPreference as WishRow,
} from '../generated/client.ts';

export const addressOf = ({ id, userId, ...row }: AddressRow): SavedAddress => ({
  ...row,
  id: idFromUuid('address', id),
  userId: idFromUuid('user', userId),
});

// CHECK constraints keep the texts within what the domain knows.
export const consentOf = ({ purpose, isGranted, policyVersion, decidedAt }: Omit<ConsentRow, 'position'>): Consent => ({
  purpose: purpose as ConsentPurpose,
  isGranted,
  policyVersion,
  decidedAt,
});

export const wishOf = ({ topic, channel, isEnabled }: WishRow): Wish => ({
  topic: topic as NotificationTopic,
  channel: channel as NotificationChannel,
  isEnabled,
});
