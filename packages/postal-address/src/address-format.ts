import formats from '../data/address-formats.json' with { type: 'json' };
import type { AddressField } from './postal-address.ts';

/** One of the regions a country's addresses name. */
export type AddressRegion = {
  /** What the address carries. */
  readonly key: string;
  /** Its name in the country's own script, and in Latin letters where those are others. */
  readonly name: string;
  readonly latinName: string | null;
  /** Matches how the postal codes in it begin; null where the source does not say. */
  readonly postalCodes: RegExp | null;
  /** Other ways to write it: its ISO 3166-2 code. */
  readonly isoCode: string | null;
};

/** How a country writes addresses. */
export type AddressFormat = {
  readonly countryCode: string;
  /** In the order in which they are written. */
  readonly fields: readonly AddressField[];
  readonly required: readonly AddressField[];
  /** Matches a whole postal code in capitals; null where there is no rule. */
  readonly postalCode: RegExp | null;
  readonly postalCodeExample: string | null;
  /** The only regions there are; empty where any text is taken. */
  readonly regions: readonly AddressRegion[];
};

type Row = {
  readonly fields: string;
  readonly required: string;
  readonly postalCode?: string;
  readonly example?: string;
  readonly regions?: readonly {
    readonly key: string;
    readonly name?: string;
    readonly latin?: string;
    readonly iso?: string;
    readonly postalCode?: string;
  }[];
};

const rows: Readonly<Record<string, Row>> = formats;

const fieldByLetter: Readonly<Record<string, AddressField>> = {
  N: 'recipient',
  O: 'organization',
  A: 'lines',
  D: 'dependentLocality',
  C: 'locality',
  S: 'region',
  Z: 'postalCode',
  X: 'sortingCode',
};

const known = new Map<string, AddressFormat>();

/** The country codes there are formats for. */
export const countryCodes: readonly string[] = Object.keys(rows);

/** The format of a country by its ISO 3166-1 alpha-2 code in capitals; null for what is none. */
export const addressFormatOf = (countryCode: string): AddressFormat | null => {
  const found = known.get(countryCode);
  if (found) return found;
  const row = Object.hasOwn(rows, countryCode) ? rows[countryCode] : undefined;
  if (!row) return null;
  const format = formatOf(countryCode, row);
  known.set(countryCode, format);
  return format;
};

const formatOf = (countryCode: string, row: Row): AddressFormat => ({
  countryCode,
  fields: fieldsOf(row.fields),
  // Somebody must be named, whatever the country: the source leaves that to the form.
  required: [...new Set<AddressField>(['recipient', ...fieldsOf(row.required)])],
  postalCode: row.postalCode === undefined ? null : new RegExp(`^(?:${row.postalCode})$`),
  postalCodeExample: row.example ?? null,
  regions: (row.regions ?? []).map(({ key, name, latin, iso, postalCode }) => ({
    key,
    name: name ?? key,
    latinName: latin ?? null,
    isoCode: iso ?? null,
    postalCodes: postalCode === undefined ? null : new RegExp(`^(?:${postalCode})`),
  })),
});

const fieldsOf = (letters: string): AddressField[] => [...letters].flatMap((letter) => fieldByLetter[letter] ?? []);
