import { addressFormatOf, addressLines } from '@cartograph/postal-address';
import { preferencesOf } from '../../domain/people/notification-preference.ts';
import type { AddressResolvers, QueryResolvers, UserResolvers } from '../generated/resolver-types.ts';
import { addressFieldOf } from './address-fields.ts';

export const personFields: UserResolvers = {
  locale: async ({ id }, _, { personLoaders }) => (await personLoaders.profile.load(id)).locale,
  phone: async ({ id }, _, { personLoaders }) => (await personLoaders.profile.load(id)).phone,
  addresses: async ({ id }, _, { personLoaders }) => [...(await personLoaders.addresses.load(id))],
  consents: async ({ id }, _, { personLoaders }) => [...(await personLoaders.heldConsents.load(id))],
  consentHistory: async ({ id }, _, { personLoaders }) => [...(await personLoaders.consentHistory.load(id))],
  notificationPreferences: async ({ id }, _, { personLoaders }) => preferencesOf(await personLoaders.wishes.load(id)),
};

export const addressResolvers: AddressResolvers = {
  lines: ({ lines }) => [...lines],
  label: (address) => addressLines(address),
};

export const addressFormat: NonNullable<QueryResolvers['addressFormat']> = (_, { countryCode }) => {
  const format = addressFormatOf(countryCode.toUpperCase());
  return (
    format && {
      countryCode: format.countryCode,
      fields: format.fields.map(addressFieldOf),
      required: format.required.map(addressFieldOf),
      postalCodeExample: format.postalCodeExample,
      regions: format.regions.map(({ key, name, latinName }) => ({ key, name, latinName })),
    }
  );
};
