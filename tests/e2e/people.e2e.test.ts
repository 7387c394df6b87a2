import { afterAll, beforeAll } from 'vitest';
import { accountJourneys } from '../people/account-journeys.ts';
import { outageJourneys } from '../people/outage-journeys.ts';
import { personalJourneys } from '../people/personal-journeys.ts';
import { openShop, type Shop } from '../people/shop.ts';
import { silenceJourneys } from '../people/silence-journeys.ts';
import { throttlingJourneys } from '../people/throttling-journeys.ts';
import { ticketJourneys } from '../people/ticket-journeys.ts';

// One stack for all of them: the last looks whether anything of what the others did stands where it must not.
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(async () => shop?.stop());

accountJourneys(() => shop);
personalJourneys(() => shop);
ticketJourneys(() => shop);
throttlingJourneys(() => shop);
outageJourneys(() => shop);
silenceJourneys(() => shop);
