import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchExpression, searchWords } from './search-words.ts';

describe('the words of a search', () => {
  it('are folded, each once, in their order', () => {
    expect(searchWords(['Crème brûlée', null, 'CREME, 24 cm; Straße ﬁn'])).toEqual([
      'creme',
      'brulee',
      '24',
      'cm',
      'straße',
      'fin',
    ]);
  });

  it('are kept in scripts without letter case', () => {
    expect(searchWords(['東京 茶'])).toEqual(['東京', '茶']);
  });

  it('must all begin a word of the product', () => {
    expect(searchExpression('Linen shi')).toBe("'linen':* & 'shi':*");
  });

  it('are none where there is no letter and no digit', () => {
    expect(searchExpression("!'&|<->")).toBeNull();
  });

  it('never let a sign of the query language through, and stay short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const expression = searchExpression(text);
        expect(
          expression === null || /^'[\p{L}\p{N}]{1,64}':\*( & '[\p{L}\p{N}]{1,64}':\*){0,11}$/u.test(expression),
        ).toBe(true);
      }),
    );
  });
});
