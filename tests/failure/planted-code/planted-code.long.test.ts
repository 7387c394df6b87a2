import { setTimeout as delay } from 'node:timers/promises';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { importProducts } from '../../support/import-catalogue.ts';
import { insistOn } from '../../support/insist-on.ts';
import { randomFrom } from '../../support/random.ts';
import { fillCart, variantOf } from '../../support/shopper.ts';
import type { Broken, Known } from '../checker/broken.ts';
import { brokenIn } from '../checker/check-world.ts';
import { untilSound } from '../checker/until-sound.ts';
import { readWorld } from '../checker/world.ts';
import { busEdges, busFaults } from '../faults/bus-faults.ts';
import { codePlants, type Edit, unluckyTransactions } from './code-plants.ts';

const tokens = ['tok_approve', 'tok_approve', 'tok_approve', 'tok_decline', 'tok_timeout_after_charge'];
const stock = 100;
const busFailsMs = 4_000;

let supergraph: Supergraph;
afterEach(async () => supergraph?.stop());

/** The shop with these mistakes in its subgraphs. */
const startWith = async (edits: readonly Edit[]): Promise<void> => {
  const plant = new URL('plant-code.ts', import.meta.url);
  plant.searchParams.set('edits', JSON.stringify(edits));
  // The cache of compiled code is for the sources as they are.
  const mistaken = { NODE_OPTIONS: `--import=${plant.href}`, NODE_DISABLE_COMPILE_CACHE: '1' };
  const settings = { order: mistaken, product: mistaken, payment: mistaken };
  supergraph = await startSupergraph({ taps: [...busEdges], settings });
};

/** Buyers come twice: while the bus refuses every other event, and after. */
const sell = async (): Promise<Known> => {
  await importProducts(supergraph, [{ handle: 'thing', priceEur: '19.99', quantity: stock }]);
  const variantId = await variantOf(supergraph.storefront, 'thing');
  const bus = busFaults(supergraph, randomFrom(1), busFailsMs).find(({ name }) => name === 'the bus fails partly');
  const buy = async (token: string) =>
    insistOn(supergraph, await fillCart(supergraph.storefront, { variantId, quantity: 2 }), token);
  const refusing = bus?.strike();
  const placed = await Promise.all(tokens.map(buy));
  await refusing;
  placed.push(...(await Promise.all(tokens.map(buy))));
  return { placed: placed.flatMap(({ orderId }) => orderId ?? []), stock: new Map([['SKU-thing', stock]]) };
};

/** What is broken once nothing changes any more and that is among it; what is broken then, when it never is. */
const brokenAtRest = async (known: Known, wanted: string): Promise<Broken[]> => {
  const deadline = Date.now() + 60_000;
  for (let last = '', times = 0; ; await delay(1_000)) {
    const broken = brokenIn(await readWorld(supergraph), known);
    const now = JSON.stringify(broken);
    times = now === last ? times + 1 : 0;
    last = now;
    const isFound = broken.some(({ invariant }) => invariant === wanted);
    if ((times >= 5 && isFound) || Date.now() > deadline) return broken;
  }
};

describe('the checker, of a shop in which somebody made a mistake', () => {
  it('says nothing when there is none, although transactions fail and the bus refuses', async () => {
    await startWith([unluckyTransactions]);
    const known = await sell();
    expect(known.placed).toHaveLength(2 * tokens.length);
    await untilSound(supergraph, known, 60_000);
  });

  it.each(codePlants.map((plant) => [plant.name, plant] as const))('finds that %s', async (_, { edits, breaks }) => {
    await startWith(edits);
    const broken = await brokenAtRest(await sell(), breaks);
    expect(broken.map(({ invariant }) => invariant)).toContain(breaks);
  });
});
