import { z } from 'zod';
import { pageRequest } from './page.ts';

/** The one filter that lists of archives and replays take. */
export type ListFilter = {
  NamePrefix?: string | undefined;
  EventSourceArn?: string | undefined;
  State?: string | undefined;
};

/** The input of such a list: at most one filter, and the page. */
export const listFilters = <State extends string>(operation: string, states: readonly [State, ...State[]]) =>
  pageRequest
    .extend({
      NamePrefix: z.string().min(1).max(64).optional(),
      EventSourceArn: z.string().min(1).max(1600).optional(),
      State: z.enum(states).optional(),
    })
    .refine(({ NamePrefix, EventSourceArn, State }) => countOf([NamePrefix, EventSourceArn, State]) <= 1, {
      error: `At most one filter is allowed for ${operation}. Use either : State, EventSourceArn, or NamePrefix.`,
    })
    .transform(({ Limit, NextToken, ...filter }) => ({ filter, page: { Limit, NextToken } }));

const countOf = (filters: unknown[]): number => filters.filter((filter) => filter !== undefined).length;

type Listed = { EventSourceArn: string; State: string };

export const filterOne = <Item extends Listed>(
  list: Item[],
  filter: ListFilter,
  nameOf: (item: Item) => string,
): Item[] =>
  list.filter(
    (item) =>
      nameOf(item).startsWith(filter.NamePrefix ?? '') &&
      item.EventSourceArn === (filter.EventSourceArn ?? item.EventSourceArn) &&
      item.State === (filter.State ?? item.State),
  );
