import type { CatalogProduct } from '../catalog-csv/catalog-product.ts';
import type { MediaId } from '../media.ts';
import type { ProductId } from '../product.ts';
import type { MediaState } from '../product-state.ts';
import type { VariantId } from '../product-variant.ts';

/** Where new ids come from: the domain makes none by itself. */
export type NewIds = {
  readonly product: () => ProductId;
  readonly variant: () => VariantId;
  readonly media: () => MediaId;
};

/** The pictures of a product, those that only a variant names at the end; a picture with a known address keeps its id. */
export const planMedia = (
  stored: readonly MediaState[],
  { images, variants }: Pick<CatalogProduct, 'images' | 'variants'>,
  newIds: NewIds,
): MediaState[] => {
  const idOf = new Map(stored.map(({ url, id }) => [url, id]));
  const pictures = new Map(images.map(({ url, alt }) => [url, alt]));
  for (const { imageUrl } of variants) if (imageUrl !== null && !pictures.has(imageUrl)) pictures.set(imageUrl, null);
  return [...pictures].map(([url, alt], index) => ({
    id: idOf.get(url) ?? newIds.media(),
    url,
    alt,
    position: index + 1,
  }));
};
