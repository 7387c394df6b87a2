import { idFromUuid } from '@cartograph/ids';
import type { Media } from '../domain/media.ts';
import type { ProductDetails, ProductId, ProductOption } from '../domain/product.ts';
import type { ProductPart, ProductWithParts } from '../domain/product-parts.ts';
import { type ProductRow, productOf } from './catalog-rows.ts';
import { type VariantEntry, variantsOfEntries } from './variant-entries.ts';

type MediaEntry = readonly [uuid: string, url: string, alt: string | null, position: number];

/** A product's row with the documents of `partColumns`. */
export type ProductPartsRow = ProductRow & {
  details: Omit<ProductDetails, 'productId'> | null;
  options: ProductOption[] | null;
  media: MediaEntry[] | null;
  variants: VariantEntry[] | null;
};

const mediaOfEntries = (entries: MediaEntry[], productId: ProductId): Media[] =>
  entries
    .sort(([, , , position], [, , , other]) => position - other)
    .map(([uuid, url, alt, position]) => ({ id: idFromUuid('media', uuid), productId, url, alt, position }));

/** The domain's product of a row that was read with these parts. */
export const productWithPartsOf = (row: ProductPartsRow, parts: ReadonlySet<ProductPart>): ProductWithParts => {
  const product = productOf(row);
  return {
    product,
    details: row.details === null ? undefined : { ...row.details, productId: product.id },
    options: row.options ?? undefined,
    media: row.media === null ? undefined : mediaOfEntries(row.media, product.id),
    variants: row.variants === null ? undefined : variantsOfEntries(row.variants, product, parts),
  };
};
