import { badUserInput } from './errors.ts';

/** As a page of a connection. */
const largestPart = 100;

/** Which part of a list: so many from its front, or behind the one with that id. */
export type PartArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

type Sizes = { readonly usual?: number; readonly largest?: number };

/** What a schema's `first: Int = 20` says: most lists are shorter, and a page multiplies what is in each. */
const usualPart = 20;
const usualEnd = 50;
const largestEnd = 1_000;

/**
 * The part of a list that is asked for, `usual` entries where `first` says nothing. It is for lists that come whole, as they
 * are short nearly always: the argument bounds what an operation can answer, so that its cost is known before. Throws
 * BAD_USER_INPUT for a size that no part has and for an id that is not in the list, and never cuts in silence.
 */
export const listPart = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  { first, after }: PartArguments,
  { usual = usualPart, largest = largestPart }: Sizes = {},
): readonly Row[] => {
  const size = first ?? usual;
  if (size < 1 || size > largest)
    throw badUserInput(`first is a number from 1 to ${largest}; ask for what follows with after.`);
  if (after === null || after === undefined) return rows.length <= size ? rows : rows.slice(0, size);
  const place = rows.findIndex(({ id }) => id === after);
  if (place === -1) throw badUserInput('after is the id of one in this list; begin anew without it.');
  return rows.slice(place + 1, place + 1 + size);
};

/** The newest of a list that only grows, oldest first. Throws BAD_USER_INPUT as above. */
export const listEnd = <Row>(rows: readonly Row[], last: number | null | undefined): readonly Row[] => {
  const size = last ?? usualEnd;
  if (size < 1 || size > largestEnd) throw badUserInput(`last is a number from 1 to ${largestEnd}.`);
  return rows.length <= size ? rows : rows.slice(-size);
};
