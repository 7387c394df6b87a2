import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProducts } from '../support/import-catalogue.ts';
import { insistOn } from '../support/insist-on.ts';
import { fillCart, variantOf } from '../support/shopper.ts';
import type { Known } from './checker/broken.ts';
import { brokenIn } from './checker/check-world.ts';
import { report, untilSound } from './checker/until-sound.ts';
import { readWorld } from './checker/world.ts';
import { outsidePlants } from './plants/outside-plants.ts';
import { rowPlants } from './plants/row-plants.ts';

const tokens = ['tok_approve', 'tok_approve', 'tok_approve', 'tok_approve', 'tok_decline', 'tok_capture_fails'];
const stock = 100;

describe('the checker of what must always hold', () => {
  let supergraph: Supergraph;
  let known: Known;

  beforeAll(async () => {
    supergraph = await startSupergraph();
    await importProducts(supergraph, [{ handle: 'thing', priceEur: '19.99', quantity: stock }]);
    const variantId = await variantOf(supergraph.storefront, 'thing');
    const placed = tokens.map(async (token) =>
      insistOn(supergraph, await fillCart(supergraph.storefront, { variantId, quantity: 2 }), token),
    );
    known = {
      placed: (await Promise.all(placed)).flatMap(({ orderId }) => orderId ?? []),
      stock: new Map([['SKU-thing', stock]]),
    };
    await untilSound(supergraph, known, 60_000);
  });
  afterAll(async () => supergraph?.stop());

  it.each([...rowPlants, ...outsidePlants].map((plant) => [plant.name, plant] as const))(
    'finds %s, and nothing when it is taken out again',
    async (_, { plant, breaks }) => {
      const takeOut = await plant(supergraph);
      const broken = brokenIn(await readWorld(supergraph), known);
      await takeOut();
      expect(broken.map(({ invariant }) => invariant)).toContain(breaks);
      expect(brokenIn(await readWorld(supergraph), known)).toEqual([]);
    },
  );

  it('shows the trace of the order about which something is wrong', async () => {
    const world = await readWorld(supergraph);
    const orderId = world.orders.find(({ status }) => status === 'CONFIRMED')?.id ?? '';
    const text = report(world, [{ invariant: 'order left pending', what: 'for the sake of the example', orderId }]);
    const steps = [...text.matchAll(/^( +)\S+ (order|product|payment) (\w+)/gm)].map(([, indent, , name]) => [
      name,
      (indent?.length ?? 0) / 2,
    ]);
    expect(text).toContain('order left pending: 1');
    expect(steps.filter(([name]) => name !== 'StockLevelChanged')).toEqual([
      ['OrderPlaced', 1],
      ['StockReserved', 2],
      ['PaymentRequested', 3],
      ['PaymentAuthorized', 4],
      ['OrderConfirmed', 5],
      ['StockCommitted', 6],
      ['CaptureRequested', 7],
      ['PaymentCaptured', 8],
    ]);
  });
});
