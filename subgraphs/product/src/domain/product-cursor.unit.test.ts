import { newId } from '@cartograph/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './product-cursor.ts';

describe('the cursor of a product', () => {
  it('leads back to the product', () => {
    const id = newId('product');
    expect(decodeCursor(encodeCursor(id))).toBe(id);
  });

  it('cannot be made up: whatever is read was written by us', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ minLength: 30, maxLength: 40 })), (text) => {
        const id = decodeCursor(text);
        expect(id === null || encodeCursor(id) === text).toBe(true);
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['x'.repeat(1_000_000), 'a megabyte'],
    [Buffer.from(`2${newId('product').slice(8)}`).toString('base64url'), 'another version'],
    [Buffer.from('1zzzzzzzzzzzzzzzzzzzzzzzzzz').toString('base64url'), 'no id'],
    [`${encodeCursor(newId('product'))}=`, 'padding'],
  ])('is not %.10s (%s)', (text) => {
    expect(decodeCursor(text)).toBeNull();
  });
});
