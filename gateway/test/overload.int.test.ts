import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredGateway, startMeasuredGateway } from './support/measured-gateway.ts';
import { offer, saturate } from './support/offered-load.ts';

const mebibyte = 1024 * 1024;

describe('a gateway that is asked for three times what it gets done', () => {
  let gateway: MeasuredGateway;
  beforeAll(async () => {
    gateway = await startMeasuredGateway();
  });
  afterAll(() => gateway?.stop());

  /** Three times what it gets done: where others left the machine meanwhile and all was answered, that is more than was seen before. */
  const offerThreeTimes = async (reached: number) => {
    let best = reached;
    for (let time = 0; ; time += 1) {
      const offered = await offer(gateway.url, { perSecond: 3 * best, seconds: 1.2 });
      if (time === 3 || offered.seen.some(({ status }) => status !== 200)) return { ...offered, best };
      best = offered.goodPerSecond;
    }
  };

  it('goes on with what it gets done, refuses the rest and says when to come again, and is as before when that is over', async () => {
    await saturate(gateway.url, { clients: 16, seconds: 0.5 });
    const reached = await saturate(gateway.url, { clients: 16, seconds: 0.7 });
    const before = await gateway.kept();

    const { seen, goodPerSecond, best } = await offerThreeTimes(reached);

    const refused = seen.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 OVERLOADED']));
    expect(new Set(refused.map(({ retryAfter }) => retryAfter))).toEqual(new Set(['1', '2', '3']));
    expect(refused.length).toBeGreaterThan(seen.length / 5);
    // How much it is exactly is measured by `pnpm bench:overload`: here others share the machine.
    expect(goodPerSecond).toBeGreaterThan(best / 4);
    const after = await gateway.kept();
    expect(after.heapBytes - before.heapBytes).toBeLessThan(64 * mebibyte);

    const { seen: later } = await offer(gateway.url, { perSecond: best / 10, seconds: 0.5 });
    expect(later.map(({ status }) => status)).toEqual(later.map(() => 200));
  });
});
