import { badUserInput } from '@cartograph/subgraph-server';
import { type OrderPageRequest, type OrderPosition, positionOf } from '../domain/order-page.ts';

const defaultSize = 20;
const largestSize = 100;

type PageArguments = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
};

/** Which page the arguments of a connection ask for. Throws BAD_USER_INPUT for what makes no sense. */
export const pageRequestOf = ({ first, after, last, before }: PageArguments): OrderPageRequest => {
  const isFromEnd = typeof last === 'number';
  if (isFromEnd && typeof first === 'number') throw badUserInput('Give `first` or `last`, not both.');
  const size = last ?? first ?? defaultSize;
  if (size < 0) throw badUserInput('A page has no fewer than 0 orders.');
  return { limit: Math.min(size, largestSize), isFromEnd, after: boundOf(after), before: boundOf(before) };
};

const boundOf = (cursor: string | null | undefined): OrderPosition | null => {
  if (cursor === null || cursor === undefined) return null;
  const position = positionOf(cursor);
  if (!position) throw badUserInput('This is no cursor of a list of orders.');
  return position;
};
