import { rule } from 'graphql-shield';
import type { Context } from '../../context.ts';
import type { DataRequest } from '../../domain/people/data-request.ts';
import { isSignedIn } from '../is-signed-in.ts';
import { maySeeDataRequest } from './data-request-resolvers.ts';

export const personMutationRules = {
  updateProfile: isSignedIn,
  addAddress: isSignedIn,
  changeAddress: isSignedIn,
  removeAddress: isSignedIn,
  setConsent: isSignedIn,
  setNotificationPreference: isSignedIn,
  requestDataExport: isSignedIn,
  requestErasure: isSignedIn,
};

/** Cached, one parent's answer would be given for the next. */
const ownsDataRequest = rule('ownsDataRequest', { cache: 'no_cache' })((request: DataRequest, _, context: Context) =>
  maySeeDataRequest(request, context),
);

export const personTypeRules = { DataRequest: ownsDataRequest };

/** Reached only through a user, who is guarded, or through a payload; formats are nobody's. */
export const personOpenTypes = [
  'Address',
  'AddressFormat',
  'AddressRegion',
  'Consent',
  'NotificationPreference',
  'DataReceipt',
  'DataExportFile',
  'RequestDataExportPayload',
  'RequestErasurePayload',
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
