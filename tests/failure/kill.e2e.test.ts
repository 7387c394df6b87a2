import { setTimeout as delay } from 'node:timers/promises';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProducts } from '../support/import-catalogue.ts';
import { insistOn } from '../support/insist-on.ts';
import { fillCart, type Placed, untilSettled, variantOf } from '../support/shopper.ts';
import { untilSound } from './checker/until-sound.ts';
import { impatient } from './faults/impatient.ts';
import { type KillPoint, killPoints, strikeAt, tappedEdges } from './kill-points.ts';

const checkoutsPerPoint = 50;
/** Enough for most but not for all, so that some orders are turned down while processes die. */
const scarceStock = 150;
const amplyStock = 5_000;

describe('kill -9 while orders are under way', () => {
  let supergraph: Supergraph;
  let variants: { scarce: string; ample: string };
  const placed: Placed[] = [];

  beforeAll(async () => {
    supergraph = await startSupergraph({ taps: tappedEdges, settings: impatient });
    await importProducts(supergraph, [
      { handle: 'scarce', priceEur: '7.77', quantity: scarceStock },
      { handle: 'ample', priceEur: '19.99', quantity: amplyStock },
    ]);
    const { storefront } = supergraph;
    variants = { scarce: await variantOf(storefront, 'scarce'), ample: await variantOf(storefront, 'ample') };
  });
  afterAll(async () => supergraph?.stop());

  it.each(killPoints.map((point) => [point.name, point] as const))(
    '%s: every buyer gets an order',
    async (_, point) => {
      const bought = await buyThroughKill(supergraph, variants, point);
      expect(bought.map((one) => one.userErrors)).toEqual(bought.map(() => []));
      placed.push(...bought);
    },
  );

  it('afterwards every order has ended, paid once or not at all, nothing is oversold, and no event is lost', async () => {
    expect(placed).toHaveLength(killPoints.length * checkoutsPerPoint);
    expect(new Set(placed.map((one) => one.orderId)).size).toBe(placed.length);
    const settled = await Promise.all(placed.map((one) => untilSettled(supergraph.storefront, one, 150_000)));
    const statuses = settled.map((order) => order.status);
    expect(new Set(statuses)).toEqual(new Set(['CONFIRMED', 'REJECTED']));
    const known = {
      placed: placed.flatMap(({ orderId }) => orderId ?? []),
      stock: new Map([
        ['SKU-scarce', scarceStock],
        ['SKU-ample', amplyStock],
      ]),
    };
    await untilSound(supergraph, known, 90_000);
  }, 300_000);
});

/** 50 buyers check out; in the middle one process dies at the named point and comes back. */
const buyThroughKill = async (
  supergraph: Supergraph,
  variants: { scarce: string; ample: string },
  point: KillPoint,
): Promise<Placed[]> => {
  const { storefront, stack } = supergraph;
  const carts = await Promise.all(
    Array.from({ length: checkoutsPerPoint }, (_, index) =>
      fillCart(storefront, {
        variantId: index % 3 === 0 ? variants.scarce : variants.ample,
        quantity: 1 + (index % 2),
      }),
    ),
  );
  const buying = Promise.all(
    carts.map((cart, index) => insistOn(supergraph, cart, tokens[index % tokens.length] ?? 'tok_approve')),
  );
  if (!point.edge) await delay(150);
  await strikeAt(supergraph, point);
  await stack.restart(point.victim);
  return buying;
};

const tokens = ['tok_approve', 'tok_approve', 'tok_approve', 'tok_decline', 'tok_approve'];
