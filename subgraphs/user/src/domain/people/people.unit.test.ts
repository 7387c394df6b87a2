import { describe, expect, it } from 'vitest';
import { preferencesOf } from './notification-preference.ts';
import { parseLocale, parsePhone } from './profile.ts';

describe('notification preferences', () => {
  const enabled = (wishes: Parameters<typeof preferencesOf>[0]) =>
    preferencesOf(wishes).flatMap(({ topic, channel, isEnabled }) => (isEnabled ? `${topic} ${channel}` : []));

  it('are the defaults of the shop until somebody says otherwise: no offers, and mail for the rest', () => {
    expect(enabled([])).toEqual(['ACCOUNT EMAIL', 'ORDERS EMAIL', 'SUPPORT EMAIL']);
  });

  it('follow what somebody wishes, but never silence what the shop must tell', () => {
    const wishes = [
      { topic: 'ORDERS', channel: 'EMAIL', isEnabled: false },
      { topic: 'ORDERS', channel: 'SMS', isEnabled: true },
      { topic: 'ACCOUNT', channel: 'EMAIL', isEnabled: false },
    ] as const;
    expect(enabled(wishes)).toEqual(['ACCOUNT EMAIL', 'ORDERS SMS', 'SUPPORT EMAIL']);
  });
});

describe('a profile', () => {
  it.each([
    ['+49 (30) 123-456', '+4930123456'],
    ['+15551234567', '+15551234567'],
    ['030 123456', null],
    ['+0123456789', null],
    ['+1', null],
    ['+1234567890123456', null],
    ['', null],
    [`+1${' '.repeat(100_000)}`, null],
  ])('reads the number %s as %s', (text, phone) => {
    expect(parsePhone(text)).toBe(phone);
  });

  it.each([
    ['DE-at', 'de-AT'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['', null],
    ['de_AT', null],
    ['not a tag', null],
    ['x'.repeat(100_000), null],
  ])('reads the language %s as %s', (text, locale) => {
    expect(parseLocale(text)).toBe(locale);
  });
});
