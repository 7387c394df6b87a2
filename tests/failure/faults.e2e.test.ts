import { setTimeout as delay } from 'node:timers/promises';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsForm } from '../config.ts';
import { importProducts } from '../support/import-catalogue.ts';
import { insistOn } from '../support/insist-on.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { type FilledCart, fillCart, variantOf } from '../support/shopper.ts';
import type { Known } from './checker/broken.ts';
import { untilSound } from './checker/until-sound.ts';
import { busEdges, busFaults } from './faults/bus-faults.ts';
import { type Disorder, queueEdges, startDisorder } from './faults/disorder.ts';
import type { Fault } from './faults/fault.ts';
import { impatient } from './faults/impatient.ts';
import { poison } from './faults/poison.ts';
import { processFaults } from './faults/process-faults.ts';

const { seed, checkouts, rounds, busAwayMs, buyingMs, restMs } = faultsForm;
/** Enough for most but not for all, so that some orders are turned down. */
const scarceStock = Math.ceil(checkouts / 4);
const ampleStock = checkouts * 10;
const poisonOfEach = 4;
const longestPauseMs = 600;

/** Most are approved, as in life; the others take every other way an order can end. */
const tokens = [
  'tok_approve',
  'tok_approve',
  'tok_approve',
  'tok_approve',
  'tok_decline',
  'tok_capture_fails',
  'tok_timeout_after_charge',
  'tok_error_before_charge',
];

describe(`everything goes wrong at once (repeat with CARTOGRAPH_SEED=${seed})`, () => {
  const random = randomFrom(seed);
  let supergraph: Supergraph;
  let carts: FilledCart[] = [];
  let disorder: Disorder;

  beforeAll(async () => {
    process.stdout.write(`fault suite: CARTOGRAPH_SEED=${seed}\n`);
    supergraph = await startSupergraph({
      taps: [...busEdges, ...queueEdges],
      settings: impatient,
    });
    await importProducts(supergraph, [
      { handle: 'scarce', priceEur: '7.77', quantity: scarceStock },
      { handle: 'ample', priceEur: '19.99', quantity: ampleStock },
    ]);
    carts = await fillCarts(supergraph, random.fork());
    disorder = startDisorder(supergraph, random.fork());
  });
  afterAll(async () => {
    disorder?.close();
    await supergraph?.stop();
  });

  it(
    'no event is lost, no effect doubled, no order left pending, nothing oversold, and all money adds up',
    async () => {
      const planted = poison(supergraph, poisonOfEach);
      const lanes = [
        [...processFaults(supergraph, random.fork()), planted.fault],
        busFaults(supergraph, random.fork(), busAwayMs),
      ];
      const buyers = random.fork();
      const buying = carts.map(async (cart) => {
        const token = buyers.pick(tokens);
        await delay(buyers.below(buyingMs));
        return insistOn(supergraph, cart, token);
      });
      const [placed] = await Promise.all([
        Promise.all(buying),
        ...lanes.map((faults) => strikeAll(faults, random.fork())),
      ]);
      const known: Known = {
        placed: placed.flatMap(({ orderId }) => orderId ?? []),
        stock: new Map([
          ['SKU-scarce', scarceStock],
          ['SKU-ample', ampleStock],
        ]),
        poison: planted.bodies,
      };
      expect(new Set(known.placed).size).toBe(checkouts);
      const world = await untilSound(supergraph, known, restMs);
      expect(world.orders.map(({ id }) => id).sort()).toEqual([...known.placed].sort());
      expect(new Set(world.orders.map(({ status }) => status))).toEqual(
        new Set(['CONFIRMED', 'REJECTED', 'CANCELLED']),
      );
      expect(disorder.doubled()).toBeGreaterThan(checkouts * 5);
    },
    buyingMs + restMs + rounds * 120_000,
  );
});

const fillCarts = async ({ storefront }: Supergraph, random: Random): Promise<FilledCart[]> => {
  const variants = { scarce: await variantOf(storefront, 'scarce'), ample: await variantOf(storefront, 'ample') };
  const filled: FilledCart[] = [];
  while (filled.length < checkouts) {
    const some = Array.from({ length: Math.min(20, checkouts - filled.length) }, () => ({
      variantId: random.next() < 0.35 ? variants.scarce : variants.ample,
      quantity: 1 + random.below(3),
    }));
    filled.push(...(await Promise.all(some.map((line) => fillCart(storefront, line)))));
  }
  return filled;
};

/** Every fault in every round, in random order, one after the other. */
const strikeAll = async (faults: readonly Fault[], random: Random): Promise<void> => {
  for (let round = 0; round < rounds; round++) {
    for (const fault of random.shuffled(faults)) {
      if (round > 0 && fault.name.includes('poison')) continue;
      await delay(random.below(longestPauseMs));
      await fault.strike();
    }
  }
};
