import { parseId } from '@cartograph/ids';
import type { ProductId } from './product.ts';

/** The first character says how the rest is to be read, so that the order of lists may change one day. */
const version = '1';

/** The place of a product in the lists, which are in the order of ids. Opaque to clients. */
export const encodeCursor = (id: ProductId): string =>
  Buffer.from(version + id.slice('product_'.length), 'latin1').toString('base64url');

/** The product a cursor points at, or null for a text that encodeCursor cannot have made. */
export const decodeCursor = (cursor: string): ProductId | null => {
  if (!/^[\w-]{36}$/.test(cursor)) return null;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!text.startsWith(version)) return null;
  const id = parseId('product', `product_${text.slice(version.length)}`);
  return id !== null && encodeCursor(id) === cursor ? id : null;
};
