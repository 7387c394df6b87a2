import { createStorefront } from '@cartograph/testing';
import { buyOnce, type Purchase } from './buy-once.ts';
import { percentile } from './percentile.ts';
import type { Shop } from './shop.ts';

/** So many buyers side by side, each buying one thing after another until all orders are confirmed. */
export const measureCheckouts = async (
  url: string,
  shop: Shop,
  { buyers, orders }: { buyers: number; orders: number },
) => {
  const storefront = createStorefront(url);
  const purchases: Purchase[] = [];
  let next = 0;
  const startedAt = performance.now();
  const buyer = async () => {
    while (next < orders) purchases.push(await buyOnce(storefront, shop, next++));
  };
  await Promise.all(Array.from({ length: buyers }, buyer));
  const seconds = (performance.now() - startedAt) / 1000;
  const confirmed = purchases.map((purchase) => purchase.confirmedMs);
  return {
    buyers,
    orders,
    'confirmed/s': orders / seconds,
    'checkout answered p50 ms': percentile(
      purchases.map((purchase) => purchase.answeredMs),
      50,
    ),
    'placed to confirmed p50 ms': percentile(confirmed, 50),
    'placed to confirmed p99 ms': percentile(confirmed, 99),
  };
};
