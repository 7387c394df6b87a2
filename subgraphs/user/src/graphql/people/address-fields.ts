import type { AddressField } from '@cartograph/postal-address';
import type { AddressField as GraphAddressField } from '../generated/resolver-types.ts';

const names: Readonly<Record<AddressField, GraphAddressField>> = {
  countryCode: 'COUNTRY_CODE',
  recipient: 'RECIPIENT',
  organization: 'ORGANIZATION',
  lines: 'LINES',
  dependentLocality: 'DEPENDENT_LOCALITY',
  locality: 'LOCALITY',
  region: 'REGION',
  postalCode: 'POSTAL_CODE',
  sortingCode: 'SORTING_CODE',
};

/** A field's name as the graph spells it. */
export const addressFieldOf = (field: AddressField): GraphAddressField => names[field];
