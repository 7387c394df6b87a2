import type { Cart } from '../domain/cart.ts';
import type { CartId, OrderId, UserId } from '../domain/ids.ts';
import type { Order, OrderEvent, OrderLine } from '../domain/order.ts';
import type { OrderPage, OrderPageRequest } from '../domain/order-page.ts';
import type { PricedLine } from '../domain/price-cart.ts';

/** What resolvers read, each in one statement for any number of keys. An absent key is absent from the answer. */
export type Reads = {
  carts(ids: readonly CartId[]): Promise<ReadonlyMap<CartId, Cart>>;
  pricedLines(carts: readonly Pick<Cart, 'id' | 'currency'>[]): Promise<ReadonlyMap<CartId, readonly PricedLine[]>>;
  orders(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Order>>;
  ordersOfCarts(ids: readonly CartId[]): Promise<ReadonlyMap<CartId, Order>>;
  orderLines(orders: readonly Pick<Order, 'id' | 'total'>[]): Promise<ReadonlyMap<OrderId, readonly OrderLine[]>>;
  timelines(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, readonly OrderEvent[]>>;
  /** The same page of the list of each buyer. */
  orderPages(buyerIds: readonly UserId[], request: OrderPageRequest): Promise<ReadonlyMap<UserId, OrderPage>>;
  orderCounts(buyerIds: readonly UserId[]): Promise<ReadonlyMap<UserId, number>>;
};
