import { z } from 'zod';
import { validationError } from '../aws-error.ts';

/** What every list operation takes beside its filters. */
export const pageRequest = z.object({
  Limit: z.int().min(1).max(100).default(100),
  NextToken: z.string().min(1).max(2048).optional(),
});

type PageRequest = z.infer<typeof pageRequest>;
export type Page<Item> = { items: Item[]; NextToken?: string };

/**
 * A page of a list that is in the order of its names. The token holds the last name of the page before, so that what is
 * made or deleted between two pages neither repeats nor hides another one.
 */
export function pageOf<Item>(
  list: Item[],
  nameOf: (item: Item) => string,
  { Limit, NextToken }: PageRequest,
): Page<Item> {
  const after = NextToken === undefined ? undefined : nameIn(NextToken);
  const rest = after === undefined ? list : list.filter((item) => nameOf(item) > after);
  const items = rest.slice(0, Limit);
  const last = items.at(-1);
  return { items, ...(last === undefined || rest.length <= Limit ? {} : { NextToken: tokenOf(nameOf(last)) }) };
}

const tokenOf = (name: string): string => Buffer.from(`after:${name}`).toString('base64url');

function nameIn(token: string): string {
  const [, name] = /^after:(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (name === undefined) throw validationError('Parameter NextToken is not valid.');
  return name;
}
