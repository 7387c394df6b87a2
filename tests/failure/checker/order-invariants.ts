import type { Broken, Known } from './broken.ts';
import type { World } from './world.ts';

/** Whoever was told of an order has one. */
export const ordersLost = ({ orders }: World, { placed }: Known): Broken[] =>
  placed
    .filter((orderId) => !orders.some((order) => order.id === orderId))
    .map((orderId) => ({ invariant: 'order lost', what: 'a buyer was told of it, and it is not there', orderId }));

/** Every saga has ended, and so has every payment. */
export const ordersLeftPending = ({ orders, payments }: World): Broken[] => [
  ...orders
    .filter(({ status, awaiting }) => status === 'PENDING' || awaiting !== 'NOTHING')
    .map(({ id, status, awaiting }) => ({
      invariant: 'order left pending' as const,
      what: `the order is ${status} and waits for ${awaiting}`,
      orderId: id,
    })),
  ...payments
    .filter(({ status, pending_attempts }) => /ING$|^REQUIRES/.test(status) || pending_attempts > 0)
    .map(({ order_id, status, pending_attempts }) => ({
      invariant: 'order left pending' as const,
      what: `the payment is ${status} with ${pending_attempts} attempts open`,
      orderId: order_id,
    })),
];

/** What left the stock is what was confirmed: never more than there was, and nothing is held any more. */
export const stockOff = (world: World, { stock }: Known): Broken[] =>
  [...stock].flatMap(([sku, initial]): Broken[] => {
    const sold = soldOf(world, sku);
    const level = world.stock.find((row) => row.sku === sku);
    if (!level) return [{ invariant: 'oversold', what: `${sku} has no stock level` }];
    const what = `of ${initial} ${sku}, ${sold} were sold and ${level.on_hand} are on hand`;
    return [
      ...(sold > initial || level.available < 0 || level.on_hand > initial - sold
        ? [{ invariant: 'oversold' as const, what }]
        : []),
      ...(level.on_hand < initial - sold ? [{ invariant: 'effect doubled' as const, what }] : []),
      ...(level.reserved !== 0 || level.available !== level.on_hand
        ? [{ invariant: 'stock left held' as const, what: `${level.reserved} ${sku} are held for nobody` }]
        : []),
    ];
  });

const soldOf = ({ orders, lines }: World, sku: string): number => {
  const confirmed = new Set(orders.filter(({ status }) => status === 'CONFIRMED').map(({ id }) => id));
  return lines
    .filter((line) => line.sku === sku && confirmed.has(line.order_id))
    .reduce((sum, { quantity }) => sum + quantity, 0);
};

/** Stock is committed to the orders that live, and to no other. */
export const reservationsOff = ({ orders, reservations }: World): Broken[] => {
  const statusOf = new Map(reservations.map((row) => [row.order_id, row.status]));
  const known = new Set(orders.map(({ id }) => id));
  return [
    ...orders.flatMap(({ id, status }): Broken[] => {
      const reservation = statusOf.get(id) ?? 'missing';
      const what = `the order is ${status}, its stock is ${reservation}`;
      if (status === 'CONFIRMED')
        return reservation === 'COMMITTED' ? [] : [{ invariant: 'oversold', what, orderId: id }];
      return /HELD|COMMITTED/.test(reservation) ? [{ invariant: 'stock left held', what, orderId: id }] : [];
    }),
    ...[...statusOf.keys()]
      .filter((orderId) => !known.has(orderId))
      .map((orderId) => ({
        invariant: 'stock left held' as const,
        what: 'stock is kept for an order that is not',
        orderId,
      })),
  ];
};
