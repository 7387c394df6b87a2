import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Supergraph } from '@cartograph/testing';
import { checkOut, type FilledCart, type Placed } from './shopper.ts';

const attempts = 600;
const pauseMs = 100;

/** What a buyer does whose answer got lost: sends the same checkout with the same key again. */
export const insistOn = async (supergraph: Supergraph, cart: FilledCart, token: string): Promise<Placed> => {
  const key = randomUUID();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await checkOut(supergraph.storefront, cart, { key, token }).catch(() => null);
    if (answer?.orderId) return answer;
    if (answer && answer.userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(answer.userErrors)}`);
    await delay(pauseMs);
  }
  throw new Error(`no order after ${attempts} attempts`);
};
