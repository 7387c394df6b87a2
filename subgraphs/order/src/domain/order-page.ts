import { parseId } from '@cartograph/ids';
import type { UserId } from './ids.ts';
import type { Order } from './order.ts';

/** Where an order stands in the list of newest first. */
export type OrderPosition = Pick<Order, 'placedAt' | 'id'>;

/** Which orders to read: up to `limit`, from the start of the list or from its end, strictly between two positions. */
export type OrderPageRequest = {
  readonly limit: number;
  readonly isFromEnd: boolean;
  readonly after: OrderPosition | null;
  readonly before: OrderPosition | null;
};

export type OrderPage = {
  readonly buyerId: UserId;
  /** Newest first. */
  readonly orders: readonly Order[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/** The opaque text that marks a position for clients. */
export const cursorOf = ({ placedAt, id }: OrderPosition): string =>
  Buffer.from(`${placedAt.getTime()}.${id}`).toString('base64url');

/** The position behind a cursor; null for a text that is none of ours. */
export const positionOf = (cursor: string): OrderPosition | null => {
  if (cursor.length > 200) return null;
  const match = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  const id = parseId('order', match?.[2]);
  return match && id ? { placedAt: new Date(Number(match[1])), id } : null;
};

/** Cuts the page from what was read: `rows` are in the order of reading and hold one more than the page, if there is one. */
export const pageOf = (buyerId: UserId, request: OrderPageRequest, rows: readonly Order[]): OrderPage => {
  const kept = rows.slice(0, request.limit);
  const hasMore = rows.length > request.limit;
  return {
    buyerId,
    orders: request.isFromEnd ? kept.toReversed() : kept,
    hasNextPage: request.isFromEnd ? request.before !== null : hasMore,
    hasPreviousPage: request.isFromEnd ? hasMore : request.after !== null,
  };
};
