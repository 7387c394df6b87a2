import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBareClient } from './support/bare-client.ts';
import { type MeasuredGateway, startMeasuredGateway } from './support/measured-gateway.ts';
import { growthPerOperation, soak } from './support/soak.ts';

/** A sixty-fourth of what they are by default: what is kept is as much as it will ever be long before the end. */
const small = String(1024 * 1024);
const bounds = { PLAN_CACHE_BYTES: small, DOCUMENT_CACHE_BYTES: small, CACHE_BYTES: small };

/** In bytes: a table that keeps a text or a hash of each operation grows by more than a hundred. */
const leastOfALeak = 80;

/** In bytes a request: some hundred come of what is in flight at a collection; of a request that leaves itself behind there are thousands. */
const mostThatGrowsOld = 500;

describe('a gateway that is asked 20,000 operations, no two alike', () => {
  let gateway: MeasuredGateway;
  beforeAll(async () => {
    gateway = await startMeasuredGateway(bounds);
  });
  afterAll(() => gateway?.stop());

  it('keeps no more than it may: neither heap nor open files grow', async () => {
    const readings = await soak(gateway, { operations: 20_000, readings: 20 });
    const settled = readings.slice(10);
    expect(growthPerOperation(settled)).toBeLessThan(leastOfALeak);
    expect(new Set(settled.map(({ descriptors }) => descriptors)).size).toBe(1);
  }, 180_000);

  it('leaves nothing of a request among the old', async () => {
    const clients = 8;
    const client = await createBareClient(gateway.url, clients);
    const query = 'query Same($after: String) { products(after: $after) { id title variants { id title } } }';
    const askTurns = (turn: string, count: number) =>
      Promise.all(
        Array.from({ length: clients }, async (_, lane) => {
          for (let index = 0; index < count / clients; index += 1) {
            const variables = { after: `${turn} ${lane} ${index}` };
            expect((await client.post(JSON.stringify({ query, variables }))).status).toBe(200);
          }
        }),
      );
    // Before that the engine still makes code, which is old.
    await askTurns('warm', 2_000);
    await gateway.aged();
    const requests = 2_000;
    await askTurns('counted', requests);
    const { bytes, collections } = await gateway.aged();
    client.close();
    expect(collections).toBeGreaterThan(5);
    expect(bytes / requests).toBeLessThan(mostThatGrowsOld);
  });
});
