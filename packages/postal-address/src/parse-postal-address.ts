import { type AddressFormat, addressFormatOf } from './address-format.ts';
import { matchRegion } from './match-region.ts';
import { maxCharacters, plainText } from './plain-text.ts';
import type { AddressField, PostalAddress, PostalAddressInput } from './postal-address.ts';

/** What is wrong with one field, and where one exists an example of what was expected. */
export type AddressProblem = {
  readonly field: AddressField;
  readonly kind:
    | 'UNKNOWN_COUNTRY'
    | 'MISSING'
    | 'NOT_USED'
    | 'NOT_PLAIN_TEXT'
    | 'TOO_MANY_LINES'
    | 'UNKNOWN_REGION'
    | 'WRONG_POSTAL_CODE'
    | 'POSTAL_CODE_OUTSIDE_REGION';
  readonly expected: string | null;
};

export type ParsedAddress =
  | { readonly ok: true; readonly address: PostalAddress }
  | { readonly ok: false; readonly problems: readonly AddressProblem[] };

export const maxLines = 4;

type Texts = Omit<PostalAddress, 'countryCode'>;

/**
 * The address in its normal form, judged by the format of its country (Google's address data, libaddressinput), or every
 * problem it has. Parsing a normal form again changes nothing. Never throws, whatever the texts hold.
 */
export const parsePostalAddress = (input: PostalAddressInput): ParsedAddress => {
  const countryCode = plainText(input.countryCode)?.toUpperCase() ?? '';
  const format = addressFormatOf(countryCode);
  if (!format) {
    return { ok: false, problems: [{ field: 'countryCode', kind: 'UNKNOWN_COUNTRY', expected: 'DE' }] };
  }
  const { texts, problems } = readTexts(input);
  const region = texts.region === null ? null : matchRegion(format.regions, texts.region);
  const address = {
    countryCode,
    ...texts,
    region: region?.key ?? texts.region,
    postalCode: texts.postalCode?.toUpperCase() ?? null,
  };
  const unread = new Set(problems.map(({ field }) => field));
  const found = [
    ...problems,
    ...fieldProblems(format, address).filter(({ field }) => !unread.has(field)),
    ...(unread.has('region') ? [] : regionProblems(format, address)),
    ...(unread.has('postalCode') ? [] : postalCodeProblems(format, address)),
  ];
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, address };
};

const readTexts = (input: PostalAddressInput): { texts: Texts; problems: AddressProblem[] } => {
  const problems: AddressProblem[] = [];
  const read = (field: Exclude<AddressField, 'lines'>): string | null => {
    const text = plainText(input[field]);
    if (text === null)
      problems.push({ field, kind: 'NOT_PLAIN_TEXT', expected: `at most ${maxCharacters} characters` });
    return text || null;
  };
  return { texts: { ...readFields(read), lines: readLines(input.lines, problems) }, problems };
};

const readFields = (read: (field: Exclude<AddressField, 'lines'>) => string | null): Omit<Texts, 'lines'> => ({
  recipient: read('recipient') ?? '',
  organization: read('organization'),
  dependentLocality: read('dependentLocality'),
  locality: read('locality'),
  region: read('region'),
  postalCode: read('postalCode'),
  sortingCode: read('sortingCode'),
});

const readLines = (lines: readonly string[], problems: AddressProblem[]): string[] => {
  // Counted before they are read: a list of a million lines is refused without work.
  if (lines.length > maxLines) {
    problems.push({ field: 'lines', kind: 'TOO_MANY_LINES', expected: `at most ${maxLines} lines` });
    return [];
  }
  const read = lines.map(plainText);
  if (read.includes(null)) {
    problems.push({ field: 'lines', kind: 'NOT_PLAIN_TEXT', expected: `at most ${maxCharacters} characters a line` });
  }
  return read.filter((line): line is string => Boolean(line));
};

const isFilled = (address: PostalAddress, field: AddressField): boolean => (address[field]?.length ?? 0) > 0;

const fieldProblems = ({ fields, required }: AddressFormat, address: PostalAddress): AddressProblem[] => {
  const filled = (Object.keys(address) as AddressField[]).filter((field) => isFilled(address, field));
  const unused = filled.filter((field) => field !== 'countryCode' && !fields.includes(field));
  return [
    ...required
      .filter((field) => !isFilled(address, field))
      .map((field) => ({ field, kind: 'MISSING' as const, expected: null })),
    ...unused.map((field) => ({ field, kind: 'NOT_USED' as const, expected: null })),
  ];
};

const regionProblems = ({ regions, fields }: AddressFormat, { region }: PostalAddress): AddressProblem[] => {
  if (region === null || !fields.includes('region') || regions.length === 0) return [];
  if (regions.some(({ key }) => key === region)) return [];
  return [{ field: 'region', kind: 'UNKNOWN_REGION', expected: regions[0]?.key ?? null }];
};

const postalCodeProblems = (format: AddressFormat, { region, postalCode }: PostalAddress): AddressProblem[] => {
  if (postalCode === null || !format.postalCode) return [];
  const expected = format.postalCodeExample;
  if (!format.postalCode.test(postalCode)) return [{ field: 'postalCode', kind: 'WRONG_POSTAL_CODE', expected }];
  const inRegion = format.regions.find(({ key }) => key === region)?.postalCodes ?? null;
  if (inRegion === null || inRegion.test(postalCode)) return [];
  return [{ field: 'postalCode', kind: 'POSTAL_CODE_OUTSIDE_REGION', expected: null }];
};
