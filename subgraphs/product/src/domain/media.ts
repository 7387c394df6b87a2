import type { Id } from '@cartograph/ids';
import type { ProductId } from './product.ts';

export type MediaId = Id<'media'>;

/** A picture of a product. `url` is absolute, or a path on the shop's own media host. */
export type Media = {
  readonly id: MediaId;
  readonly productId: ProductId;
  readonly url: string;
  readonly alt: string | null;
  readonly position: number;
};

const ownPrefix = '/media/';

/** The absolute address of a picture; what stands below `/media/` is served under the given address. */
export const mediaAddress = (url: string, publicMediaUrl: string): string => {
  const ownHost = publicMediaUrl.replace(/\/+$/, '');
  return url.startsWith(ownPrefix) ? `${ownHost}/${url.slice(ownPrefix.length)}` : new URL(url, ownHost).href;
};
