import { rule } from 'graphql-shield';
import type { Context } from '../../context.ts';

/** Decided by the viewer alone: what is one's own takes somebody who is signed in. */
const isSignedIn = rule('isSignedIn', { cache: 'contextual' })((_, __, { viewer }: Context) => viewer.userId !== null);

export const personMutationRules = {
  updateProfile: isSignedIn,
  addAddress: isSignedIn,
  changeAddress: isSignedIn,
  removeAddress: isSignedIn,
  setConsent: isSignedIn,
  setNotificationPreference: isSignedIn,
};

/** Reached only through a user, who is guarded, or through a payload; formats are nobody's. */
export const personOpenTypes = [
  'Address',
  'AddressFormat',
  'AddressRegion',
  'Consent',
  'NotificationPreference',
  'UpdateProfilePayload',
  'AddAddressPayload',
  'ChangeAddressPayload',
  'RemoveAddressPayload',
  'SetConsentPayload',
  'SetNotificationPreferencePayload',
  'AccountClosedError',
  'AddressInvalidError',
  'AddressNotFoundError',
  'AddressLimitReachedError',
  'NotificationRequiredError',
  'ConsentMissingError',
];
