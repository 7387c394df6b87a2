import type { Broken, Known } from './broken.ts';
import { eventsDoubled, eventsLost, eventsWithoutChange, queuesNotQuiet } from './event-invariants.ts';
import {
  chargesDoubled,
  ledgerOff,
  ordersWithoutPayment,
  paymentsWithoutOrder,
  totalsOff,
} from './money-invariants.ts';
import { ordersLeftPending, ordersLost, reservationsOff, stockOff } from './order-invariants.ts';
import type { World } from './world.ts';

type Check = (world: World, known: Known) => Broken[];

const checks: readonly Check[] = [
  eventsLost,
  eventsWithoutChange,
  eventsDoubled,
  queuesNotQuiet,
  ordersLost,
  ordersLeftPending,
  paymentsWithoutOrder,
  ordersWithoutPayment,
  chargesDoubled,
  totalsOff,
  ledgerOff,
  stockOff,
  reservationsOff,
];

/** Everything that is not as it must be in a world that is at rest; nothing, when all is well. */
export const brokenIn = (world: World, known: Known): Broken[] => checks.flatMap((check) => check(world, known));
