import { CircuitState } from 'cockatiel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAddressBreaker } from './address-breaker.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const fail = async (): Promise<never> => {
  throw new Error('broken');
};

describe('an address that failed', () => {
  it('is left alone for longer each time that who tries it fails, never longer than the bound, and shortly again once it was well', async () => {
    const breaker = createAddressBreaker({
      breakerCalls: 4,
      breakerPercent: 50,
      breakerOpenMs: 1_000,
      breakerOpenMostMs: 5_000,
    });
    const closedAfterMs: number[] = [];
    for (let trial = 0; trial < 5; trial += 1) {
      await expect(breaker.circuit.execute(fail)).rejects.toThrow('broken');
      const leftMs = breaker.leftMs();
      closedAfterMs.push(leftMs);
      vi.advanceTimersByTime(leftMs - 1);
      await expect(breaker.circuit.execute(fail)).rejects.toThrow('breaker is open');
      vi.advanceTimersByTime(1);
    }
    expect(closedAfterMs).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
    await breaker.circuit.execute(async () => 'well');
    expect(breaker.circuit.state).toBe(CircuitState.Closed);
    await expect(breaker.circuit.execute(fail)).rejects.toThrow('broken');
    await expect(breaker.circuit.execute(fail)).rejects.toThrow('broken');
    expect(breaker.leftMs()).toBe(1_000);
  });
});
