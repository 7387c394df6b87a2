import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { parseEmailAddress } from './email-address.ts';
import { parseNewPassword, passwordLength, preparePassword } from './password-rules.ts';

const judge = (text: string, email: string | null = null) => {
  const judged = parseNewPassword(text, email === null ? null : parseEmailAddress(email));
  return judged.ok ? 'taken' : judged.refusal;
};

describe('passwords', () => {
  it('have 10 to 128 characters, both ends included', () => {
    expect(judge('abcdefgh1')).toBe('PASSWORD_TOO_SHORT');
    expect(judge('abcdefgh12')).toBe('taken');
    expect(judge('ab'.repeat(64))).toBe('taken');
    expect(judge(`${'ab'.repeat(64)}c`)).toBe('PASSWORD_TOO_LONG');
    expect(judge('')).toBe('PASSWORD_TOO_SHORT');
  });

  it('are counted in characters, not in the units a computer stores them in', () => {
    expect(judge('😀🚀🎈🍕🐙')).toBe('PASSWORD_TOO_SHORT');
    expect(judge('😀🚀🎈🍕🐙🌍🎸🦊🍀⚓')).toBe('taken');
    expect(judge('😀🚀'.repeat(64))).toBe('taken');
    expect(judge('😀🚀'.repeat(65))).toBe('PASSWORD_TOO_LONG');
  });

  it('are refused without work when they are absurdly long, also where composing would blow them up', () => {
    expect(judge('ab'.repeat(10_000_000))).toBe('PASSWORD_TOO_LONG');
    expect(judge('\ufdfa'.repeat(128))).toBe('PASSWORD_TOO_LONG');
  });

  it.each(['password123', 'PassWord123', 'QWERTYUIOP', '1234567890', 'iloveyou123', 'aaaaaaaaaaaa', '😀'.repeat(12)])(
    'are refused when everybody would try them first: %s',
    (text) => {
      expect(judge(text)).toBe('PASSWORD_TOO_COMMON');
    },
  );

  it('are refused when they are the address of their own account', () => {
    expect(judge('Ada.Lovelace@example.com', 'ada.lovelace@example.com')).toBe('PASSWORD_TOO_COMMON');
    expect(judge('Ada.Lovelace@example.com', 'bob@example.com')).toBe('taken');
  });

  it('may hold blanks, also at the ends, and letters of any script', () => {
    const text = ' пароль из слов ';
    expect(parseNewPassword(text, null)).toEqual({ ok: true, password: text });
  });

  it('are the same on whatever keyboard the same characters are typed', () => {
    expect(preparePassword('cafe\u0301 au lait')).toBe(preparePassword('caf\u00e9 au lait'));
  });

  it('never leave the limits, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const judged = parseNewPassword(text, null);
        const length = judged.ok ? [...judged.password].length : passwordLength.minimum;
        expect(length).toBeGreaterThanOrEqual(passwordLength.minimum);
        expect(length).toBeLessThanOrEqual(passwordLength.maximum);
      }),
    );
  });

  it('are compared with a list that holds only what length does not refuse already, in lower case', () => {
    expect(commonPasswords.size).toBeGreaterThan(150);
    for (const word of commonPasswords) {
      expect(word.length).toBeGreaterThanOrEqual(passwordLength.minimum);
      expect(word).toBe(word.toLowerCase());
    }
  });
});
