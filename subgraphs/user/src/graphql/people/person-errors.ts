import type { AddressProblem } from '@cartograph/postal-address';
import type { ConsentPurpose } from '../../domain/people/consent.ts';
import { maxAddresses } from '../../domain/people/saved-address.ts';
import type { ResolversTypes } from '../generated/resolver-types.ts';
import { addressFieldOf } from './address-fields.ts';

type UserError = Awaited<ResolversTypes['UserError']>;

export const accountClosed: UserError = {
  __typename: 'AccountClosedError',
  code: 'ACCOUNT_CLOSED',
  message: 'This account is suspended or erased: nothing of it can be changed.',
  path: null,
};

/** What is wrong with one field of the input, as a sentence. */
export const invalidInput = (field: string, message: string): UserError => ({
  __typename: 'InvalidInputError',
  code: 'INVALID_INPUT',
  message,
  path: ['input', field],
});

export const addressNotFound: UserError = {
  __typename: 'AddressNotFoundError',
  code: 'ADDRESS_NOT_FOUND',
  message: 'There is no such address among yours.',
  path: ['input', 'addressId'],
};

export const addressLimitReached: UserError = {
  __typename: 'AddressLimitReachedError',
  code: 'ADDRESS_LIMIT_REACHED',
  message: `There are ${maxAddresses} addresses already: remove one first.`,
  path: ['input', 'address'],
  limit: maxAddresses,
};

export const notificationRequired: UserError = {
  __typename: 'NotificationRequiredError',
  code: 'NOTIFICATION_REQUIRED',
  message: 'The shop must tell you this: it cannot be turned off.',
  path: ['input', 'isEnabled'],
};

export const consentMissing = (purpose: ConsentPurpose): UserError => ({
  __typename: 'ConsentMissingError',
  code: 'CONSENT_MISSING',
  message: `This needs your consent to ${purpose} first (setConsent).`,
  path: ['input', 'topic'],
  purpose,
});

const sentences: Readonly<Record<AddressProblem['kind'], string>> = {
  UNKNOWN_COUNTRY: 'There is no country with this code (ISO 3166-1 alpha-2).',
  MISSING: 'Addresses of this country need this field.',
  NOT_USED: 'Addresses of this country do not have this field: leave it empty.',
  NOT_PLAIN_TEXT: 'This is too long, or holds characters that cannot be printed.',
  TOO_MANY_LINES: 'These are more lines than a label has.',
  UNKNOWN_REGION: 'The country has no such region; addressFormat lists those there are.',
  WRONG_POSTAL_CODE: 'This is no postal code of the country.',
  POSTAL_CODE_OUTSIDE_REGION: 'This postal code lies in another region.',
};

export const addressInvalid = ({ field, kind, expected }: AddressProblem): UserError => ({
  __typename: 'AddressInvalidError',
  code: 'ADDRESS_INVALID',
  message: sentences[kind],
  path: ['input', 'address', field],
  field: addressFieldOf(field),
  expected,
});
