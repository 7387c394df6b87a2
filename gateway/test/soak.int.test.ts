import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredGateway, startMeasuredGateway } from './support/measured-gateway.ts';
import { growthPerOperation, soak } from './support/soak.ts';

/** A sixty-fourth of what they are by default: what is kept is as much as it will ever be long before the end. */
const small = String(1024 * 1024);
const bounds = { PLAN_CACHE_BYTES: small, DOCUMENT_CACHE_BYTES: small, CACHE_BYTES: small };

/** In bytes: a table that keeps a text or a hash of each operation grows by more than a hundred. */
const leastOfALeak = 80;

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
});
