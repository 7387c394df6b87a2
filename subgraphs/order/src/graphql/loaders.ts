import DataLoader from 'dataloader';
import type { Cart } from '../domain/cart.ts';
import type { CartId, OrderId, UserId } from '../domain/ids.ts';
import type { Order, OrderEvent, OrderLine } from '../domain/order.ts';
import type { OrderPage, OrderPageRequest } from '../domain/order-page.ts';
import type { PricedLine } from '../domain/price-cart.ts';
import type { Reads } from '../use-cases/reads.ts';

/** Batches the reads of one request; never outlives it, as what one viewer saw is not for the next. */
export const createLoaders = (reads: Reads) => {
  const pages = new Map<string, DataLoader<UserId, OrderPage | null>>();
  return {
    cartById: new DataLoader<CartId, Cart | null>((ids) => answers(ids, reads.carts(ids), null)),
    // By version too: a mutation that follows in the same request sees its own change.
    pricedLines: new DataLoader<Cart, readonly PricedLine[], string>(
      async (carts) => {
        const lines = await reads.pricedLines(carts);
        return carts.map(({ id }) => lines.get(id) ?? []);
      },
      { cacheKeyFn: ({ id, version }) => `${id} ${version}` },
    ),
    orderById: new DataLoader<OrderId, Order | null>((ids) => answers(ids, reads.orders(ids), null)),
    orderOfCart: new DataLoader<CartId, Order | null>((ids) => answers(ids, reads.ordersOfCarts(ids), null)),
    orderLines: new DataLoader<Order, readonly OrderLine[], OrderId>(
      async (orders) => {
        const lines = await reads.orderLines(orders);
        return orders.map(({ id }) => lines.get(id) ?? []);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    timeline: new DataLoader<OrderId, readonly OrderEvent[]>((ids) => answers(ids, reads.timelines(ids), [])),
    orderCount: new DataLoader<UserId, number>((ids) => answers(ids, reads.orderCounts(ids), 0)),
    /** Users that are asked for the same page share a statement. */
    orderPage: (buyerId: UserId, request: OrderPageRequest): Promise<OrderPage | null> => {
      const key = JSON.stringify(request);
      const loader =
        pages.get(key) ??
        new DataLoader((ids: readonly UserId[]) => answers(ids, reads.orderPages(ids, request), null));
      pages.set(key, loader);
      return loader.load(buyerId);
    },
  };
};

export type Loaders = ReturnType<typeof createLoaders>;

/** One answer a key, in the order of the keys. */
const answers = async <Key, Value, Missing>(
  keys: readonly Key[],
  found: Promise<ReadonlyMap<Key, Value>>,
  missing: Missing,
): Promise<(Value | Missing)[]> => {
  const byKey = await found;
  return keys.map((key) => byKey.get(key) ?? missing);
};
