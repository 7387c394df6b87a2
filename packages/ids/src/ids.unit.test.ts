import fc from 'fast-check';
import { fromUUID } from 'typeid-js';
import { describe, expect, it } from 'vitest';
import { idFromUuid, idPrefixOf, isId, newId, parseId, uuidOfId } from './index.ts';

describe('ids', () => {
  it('keeps the kind and the UUID of every id through the database and back', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const id = idFromUuid('order', uuid);
        expect(id).toBe(fromUUID(uuid, 'order'));
        expect(isId('order', id)).toBe(true);
        expect(uuidOfId(id)).toBe(uuid);
      }),
    );
  });

  it('takes nothing for a UUID that is none', () => {
    for (const text of ['', 'x', `${'0'.repeat(35)}g`, '0'.repeat(32), `${'0'.repeat(36)}`])
      expect(() => idFromUuid('order', text)).toThrow(RangeError);
  });

  it('sorts ids by the time they were made', async () => {
    const first = newId('product');
    await new Promise((resolve) => setTimeout(resolve, 3));
    expect(first < newId('product')).toBe(true);
  });

  it.each([
    '',
    'order',
    'order_',
    `order_${'0'.repeat(25)}`,
    `order_8${'0'.repeat(25)}`,
    `user_${'0'.repeat(26)}`,
    `order_${'u'.repeat(26)}`,
    'x'.repeat(10_000),
    7,
    null,
    {},
  ])('takes %j for no order id', (text) => {
    expect(parseId('order', text)).toBeNull();
  });

  it('tells the kind of a well-formed id', () => {
    expect(idPrefixOf(newId('payment'))).toBe('payment');
  });
});
