import { formatAddress } from 'localized-address-format';
import type { PostalAddress } from './postal-address.ts';

/** The lines of a label, in the order in which the country writes them; the country itself is not among them. */
export const addressLines = (address: PostalAddress): string[] =>
  formatAddress({
    postalCountry: address.countryCode,
    name: address.recipient,
    organization: address.organization ?? '',
    addressLines: [...address.lines],
    dependentLocality: address.dependentLocality ?? '',
    locality: address.locality ?? '',
    administrativeArea: address.region ?? '',
    postalCode: address.postalCode ?? '',
    sortingCode: address.sortingCode ?? '',
  });
