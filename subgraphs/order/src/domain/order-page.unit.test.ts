import { newId } from '@cartograph/ids';
import { describe, expect, it } from 'vitest';
import { cursorOf, positionOf } from './order-page.ts';

describe('the cursor of an order', () => {
  it('leads back to its position', () => {
    const position = { placedAt: new Date('2026-01-01T12:00:00.123Z'), id: newId('order') };
    expect(positionOf(cursorOf(position))).toEqual(position);
  });

  it.each([
    '',
    'nonsense',
    'a'.repeat(10_000),
    Buffer.from('1.product_01jd8q3v9kf7ztm5w2c4x6y8zd').toString('base64url'),
  ])('is not any text, e.g. %.40s', (text) => {
    expect(positionOf(text)).toBeNull();
  });
});
