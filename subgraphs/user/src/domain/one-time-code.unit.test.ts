import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBytes, codeFrom, parseCode, spellCode } from './one-time-code.ts';

const bytes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes });

describe('a one-time code', () => {
  it('is read back however a person types it', () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (random, isLower) => {
        const code = codeFrom(random);
        const typed = ` ${spellCode(code).replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(parseCode(isLower ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
  });

  it('differs wherever its bits differ', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, another) => {
        const isSame = one.every((byte, index) => (byte & 31) === ((another[index] ?? 0) & 31));
        expect(codeFrom(one) === codeFrom(another)).toBe(isSame);
      }),
    );
  });

  it.each(['', 'ABCDE', 'ABCDE-ABCDEF', 'ABCDE-ABCDU', 'ÄBCDE-ABCDE', 'x'.repeat(1_000_000)])(
    'is not %.20j',
    (text) => {
      expect(parseCode(text)).toBeNull();
    },
  );

  it('needs all its bytes', () => {
    expect(() => codeFrom(new Uint8Array(codeBytes - 1))).toThrow('too few');
  });
});
