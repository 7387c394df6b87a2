import { setTimeout as delay } from 'node:timers/promises';
import type { Supergraph } from '@cartograph/testing';
import type { Broken, Known } from './broken.ts';
import { brokenIn } from './check-world.ts';
import { orderTrace } from './order-trace.ts';
import { readWorld, type World } from './world.ts';

const mostShown = 8;
const intervalMs = 1_000;

/**
 * Resolves with the world once it is at rest and every invariant holds. When that does not come to pass in time, throws
 * what is broken, each with the trace of its order.
 */
export const untilSound = async (supergraph: Supergraph, known: Known, limitMs: number): Promise<World> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const world = await readWorld(supergraph);
    const broken = brokenIn(world, known);
    if (broken.length === 0) return world;
    if (Date.now() > deadline) throw new Error(report(world, broken));
    await delay(intervalMs);
  }
};

/** What is broken, in words: how often each invariant, then the first of them with their orders' traces. */
export const report = (world: World, broken: readonly Broken[]): string => {
  const counts = Map.groupBy(broken, ({ invariant }) => invariant);
  const summary = [...counts].map(([invariant, all]) => `${invariant}: ${all.length}`).join(', ');
  const shown = broken.slice(0, mostShown).map(({ invariant, what, orderId }) => {
    const trace = orderId ? `\n${orderTrace(world, orderId)}` : '';
    return `${invariant}: ${what}${trace}`;
  });
  return [summary, ...shown].join('\n\n');
};
