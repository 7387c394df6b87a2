import { newId, uuidOfId } from '@cartograph/ids';
import { money } from '@cartograph/money';
import { describe, expect, it } from 'vitest';
import type { Product } from '../domain/product.ts';
import type { ProductPart } from '../domain/product-parts.ts';
import { type VariantEntry, variantsOfEntries } from './variant-entries.ts';

const product: Product = { id: newId('product'), slug: 'mug', title: 'Mug', status: 'ACTIVE', version: 1 };
const [first, second, third] = [newId('variant'), newId('variant'), newId('variant')].sort();

type Given = { id: typeof first; active?: boolean; position?: number; price?: [string, string, string | null] | null };

const anEntry = ({
  id = newId('variant'),
  active = true,
  position = 1,
  price = ['EUR', '1999', null],
}: Given): VariantEntry => [
  uuidOfId(id),
  'A title',
  active,
  position,
  null,
  ...(price ?? ([null, null, null] as const)),
  null,
  null,
  null,
  null,
];

const read = (entries: VariantEntry[], ...parts: ProductPart[]) => variantsOfEntries(entries, product, new Set(parts));

describe('variants as a statement brings them', () => {
  it('stand in the order of the shop, those that are no longer sold behind', () => {
    const entries = [
      anEntry({ id: third, position: 1, active: false }),
      anEntry({ id: second, position: 2 }),
      anEntry({ id: first, position: 2 }),
    ];
    expect(read(entries).map(({ variant }) => variant.id)).toEqual([first, second, third]);
    expect(read(entries.reverse()).map(({ variant }) => variant.id)).toEqual([first, second, third]);
  });

  it('come once, however many prices they have', () => {
    const variants = read(
      [
        anEntry({ id: first, price: ['EUR', '1999', '2999'] }),
        anEntry({ id: second, price: null }),
        anEntry({ id: first, price: ['JPY', '9007199254740993', null] }),
      ],
      'prices',
    );
    expect(variants.map(({ prices }) => prices)).toEqual([
      [
        { variantId: first, price: money(1999n, 'EUR'), compareAt: money(2999n, 'EUR') },
        { variantId: first, price: money(9_007_199_254_740_993n, 'JPY'), compareAt: null },
      ],
      [],
    ]);
  });

  it('have no part that was not asked for, and no pieces where nobody counted', () => {
    const [alone] = read([anEntry({ id: first })]);
    expect([alone?.prices, alone?.stock, alone?.details]).toEqual([undefined, undefined, undefined]);
    const [counted] = read([anEntry({ id: first })], 'stock');
    expect(counted?.stock).toEqual({ variantId: first, onHand: 0, reserved: 0, available: 0, version: 0 });
  });
});
