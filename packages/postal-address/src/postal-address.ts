/** The parts of an address. Which of them a country uses, and which it needs, its format says. */
export const addressFields = [
  'countryCode',
  'recipient',
  'organization',
  'lines',
  'dependentLocality',
  'locality',
  'region',
  'postalCode',
  'sortingCode',
] as const;

export type AddressField = (typeof addressFields)[number];

/** An address in its normal form: plain text without blanks around it, null for what is not there. */
export type PostalAddress = {
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly countryCode: string;
  readonly recipient: string;
  readonly organization: string | null;
  /** Street, house, flat: what no other field says. */
  readonly lines: readonly string[];
  /** A part of the locality, e.g. a neighbourhood. */
  readonly dependentLocality: string | null;
  readonly locality: string | null;
  /** State, province, prefecture ...: the key of the country's list where it has one. */
  readonly region: string | null;
  readonly postalCode: string | null;
  /** E.g. CEDEX in France. */
  readonly sortingCode: string | null;
};

/** An address as somebody wrote it. An empty text is as good as none. */
export type PostalAddressInput = {
  readonly [Field in Exclude<AddressField, 'lines' | 'countryCode' | 'recipient'>]?: string | null | undefined;
} & { readonly countryCode: string; readonly recipient: string; readonly lines: readonly string[] };
