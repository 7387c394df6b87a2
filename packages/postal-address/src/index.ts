export { type AddressFormat, type AddressRegion, addressFormatOf, countryCodes } from './address-format.ts';
export { addressLines } from './address-lines.ts';
export { type AddressProblem, type ParsedAddress, parsePostalAddress } from './parse-postal-address.ts';
export {
  type AddressField,
  addressFields,
  type PostalAddress,
  type PostalAddressInput,
} from './postal-address.ts';
