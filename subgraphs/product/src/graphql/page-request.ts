import { badUserInput } from '@cartograph/subgraph-server';
import type { ProductId } from '../domain/product.ts';
import { decodeCursor } from '../domain/product-cursor.ts';
import { defaultPageSize, largestPage, type PageRequest } from '../domain/product-page.ts';

/** The paging arguments of a connection, as GraphQL gives them. */
export type PageArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
};

/** Reads the paging arguments. Throws BAD_USER_INPUT for what makes no sense, and never cuts in silence. */
export const pageRequest = ({ first, after, last: given, before }: PageArguments): PageRequest => {
  const last = given ?? null;
  if (last !== null && (first ?? null) !== null) throw badUserInput('Give either first or last, not both.');
  return {
    limit: last !== null ? sizeOf('last', last) : sizeOf('first', first ?? defaultPageSize),
    isFromEnd: last !== null,
    after: cursorOf('after', after),
    before: cursorOf('before', before),
  };
};

const sizeOf = (name: string, size: number): number => {
  if (size >= 1 && size <= largestPage) return size;
  throw badUserInput(`${name} is a number from 1 to ${largestPage}; ask for the next page with after.`);
};

const cursorOf = (name: string, cursor: string | null | undefined): ProductId | null => {
  if (cursor === null || cursor === undefined) return null;
  const id = decodeCursor(cursor);
  if (!id) throw badUserInput(`${name} is not a cursor of this list.`);
  return id;
};
