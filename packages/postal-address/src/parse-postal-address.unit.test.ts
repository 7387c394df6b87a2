import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressFormatOf, countryCodes } from './address-format.ts';
import { addressLines } from './address-lines.ts';
import { maxLines, parsePostalAddress } from './parse-postal-address.ts';
import type { AddressField, PostalAddressInput } from './postal-address.ts';

const texts: Readonly<Record<AddressField, string>> = {
  countryCode: '',
  recipient: 'Ada Lovelace',
  organization: 'Analytical Engines',
  lines: '12 St James Square',
  dependentLocality: 'Westside',
  locality: 'Springfield',
  region: 'Anywhere',
  postalCode: '',
  sortingCode: 'CEDEX 7',
};

/** An address of that country with every field it uses. */
const fullAddress = (countryCode: string): PostalAddressInput => {
  const format = addressFormatOf(countryCode);
  if (!format) throw new Error(countryCode);
  // A region whose postal codes begin as the example does, where there is one.
  const example = format.postalCodeExample;
  const region =
    format.regions.find(({ postalCodes }) => example !== null && postalCodes?.test(example)) ?? format.regions[0];
  const isPlaced = example === null || (region?.postalCodes?.test(example) ?? true);
  const used = Object.fromEntries(format.fields.map((field) => [field, texts[field]]));
  return {
    ...used,
    countryCode,
    recipient: texts.recipient,
    lines: [texts.lines],
    ...(format.fields.includes('region') && { region: region?.key ?? texts.region }),
    ...(format.fields.includes('postalCode') && { postalCode: isPlaced ? example : null }),
  };
};

const country = fc.constantFrom(...countryCodes);
const problemsOf = (input: PostalAddressInput) => {
  const parsed = parsePostalAddress(input);
  return parsed.ok ? [] : parsed.problems.map(({ field, kind }) => `${field} ${kind}`);
};

describe('an address of any country', () => {
  it('is taken with every field its country uses, and written in all its lines', () => {
    for (const code of countryCodes) {
      const input = fullAddress(code);
      const format = addressFormatOf(code);
      if (format?.required.includes('postalCode') && !input.postalCode) throw new Error(`no example for ${code}`);
      const parsed = parsePostalAddress(input);
      expect({ code, ...parsed }).toMatchObject({ code, ok: true });
      if (!parsed.ok) continue;
      const label = addressLines(parsed.address).join('\n');
      for (const text of [parsed.address.recipient, texts.lines])
        expect(label.toLowerCase()).toContain(text.toLowerCase());
    }
  });

  it('is refused without a field its country needs, naming the field', () => {
    fc.assert(
      fc.property(country, fc.nat(), (code, at) => {
        const required = addressFormatOf(code)?.required ?? [];
        const field = required[at % required.length] as AddressField;
        const input = { ...fullAddress(code), [field]: field === 'lines' ? [' '] : '  ' };
        expect(problemsOf(input)).toEqual([`${field} MISSING`]);
      }),
    );
  });

  it('is refused with a field its country does not use', () => {
    fc.assert(
      fc.property(country, (code) => {
        const fields = addressFormatOf(code)?.fields ?? [];
        const unused = (['dependentLocality', 'region', 'postalCode', 'sortingCode'] as const).filter(
          (field) => !fields.includes(field),
        );
        const extra = Object.fromEntries(unused.map((field) => [field, 'X1']));
        expect(problemsOf({ ...fullAddress(code), ...extra })).toEqual(unused.map((field) => `${field} NOT_USED`));
      }),
    );
  });

  it('never throws, and what it takes is plain, short and stays as it is when it is read again', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('', ' ', '\u0000', '\ud800', '12345'),
    );
    const anyInput = fc.record({
      countryCode: fc.oneof(country, anyText),
      recipient: anyText,
      organization: fc.option(anyText),
      lines: fc.array(anyText, { maxLength: 6 }),
      dependentLocality: fc.option(anyText),
      locality: fc.option(anyText),
      region: fc.option(anyText),
      postalCode: fc.option(anyText),
      sortingCode: fc.option(anyText),
    });
    const changed = fc.tuple(country, anyText, anyText).map(([code, recipient, line]) => ({
      ...fullAddress(code),
      recipient,
      lines: [line],
    }));
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(anyInput, changed), (input) => {
        const parsed = parsePostalAddress(input);
        if (!parsed.ok) {
          expect(parsed.problems).not.toHaveLength(0);
          return;
        }
        taken += 1;
        const { address } = parsed;
        const all = Object.values(address)
          .flat()
          .filter((text): text is string => text !== null);
        for (const text of all) expect(text).toMatch(/^(?!\s)[^\p{Cc}\p{Cs}]{1,100}(?<!\s)$/u);
        expect(address.lines.length).toBeLessThanOrEqual(maxLines);
        expect(parsePostalAddress(address)).toEqual(parsed);
      }),
      { numRuns: 1_000 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

describe('an address', () => {
  const american = { ...fullAddress('US'), locality: 'Beverly Hills' };

  it('takes a region by its key, its name or its code, and keeps the key', () => {
    for (const region of ['CA', 'ca', 'California', ' california ']) {
      expect(parsePostalAddress({ ...american, region, postalCode: '90210' })).toMatchObject({
        address: { region: 'CA' },
      });
    }
    const tokyo = { ...fullAddress('JP'), region: 'tokyo', postalCode: '100-0001' };
    expect(parsePostalAddress(tokyo)).toMatchObject({ ok: true, address: { region: '東京都' } });
  });

  it('is refused when its postal code lies in another region', () => {
    expect(problemsOf({ ...american, region: 'NY', postalCode: '90210' })).toEqual([
      'postalCode POSTAL_CODE_OUTSIDE_REGION',
    ]);
  });

  it.each([
    ['DE', '1234', 'postalCode WRONG_POSTAL_CODE'],
    ['DE', '123456', 'postalCode WRONG_POSTAL_CODE'],
    ['GB', 'W1A4', 'postalCode WRONG_POSTAL_CODE'],
    ['NL', '0123 AB', 'postalCode WRONG_POSTAL_CODE'],
    ['CA', 'H3Z2Y', 'postalCode WRONG_POSTAL_CODE'],
    ['HK', '999077', 'postalCode NOT_USED'],
  ])('of %s is refused with the postal code %s', (code, postalCode, problem) => {
    expect(problemsOf({ ...fullAddress(code), postalCode })).toEqual([problem]);
  });

  it('takes a postal code in small letters and keeps it in capitals', () => {
    expect(parsePostalAddress({ ...fullAddress('GB'), postalCode: 'sw1a 1aa' })).toMatchObject({
      address: { postalCode: 'SW1A 1AA' },
    });
  });

  it('is refused for a country or a region that there is not, and for too many lines', () => {
    for (const countryCode of ['', 'XX', 'ZZ', 'GER', '__proto__', 'toString', 'd'.repeat(100_000)]) {
      expect(problemsOf({ ...american, countryCode })).toEqual(['countryCode UNKNOWN_COUNTRY']);
    }
    expect(problemsOf({ ...american, region: 'Bavaria' })).toEqual(['region UNKNOWN_REGION']);
    expect(problemsOf({ ...american, lines: Array.from({ length: 100_000 }, () => 'x') })).toEqual([
      'lines TOO_MANY_LINES',
    ]);
  });

  it('reports every problem at once', () => {
    const input = { countryCode: 'us', recipient: '', lines: [], region: 'ZZ', postalCode: 'x', sortingCode: '\u202e' };
    expect(problemsOf(input).sort()).toEqual([
      'lines MISSING',
      'locality MISSING',
      'postalCode WRONG_POSTAL_CODE',
      'recipient MISSING',
      'region UNKNOWN_REGION',
      'sortingCode NOT_PLAIN_TEXT',
    ]);
  });
});
