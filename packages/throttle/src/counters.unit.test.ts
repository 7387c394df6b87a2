import { stat } from 'node:fs/promises';
import type { OpenedRedis } from '@cartograph/redis';
import { createLogger } from '@cartograph/telemetry';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countInMemory } from './count-in-memory.ts';
import { networkOf, openCounters } from './index.ts';

const logger = createLogger({ service: 'a-test', level: 'silent' });
afterEach(() => void vi.useRealTimers());

describe('counting', () => {
  it('lets as many in as there are, and again when the time is over that it told', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const counters = openCounters({ knock: { points: 2, duration: 10 } }, { redis: null, logger });
    const knock = () => counters.take('knock', 'ada');
    expect([await knock(), await knock()]).toEqual([null, null]);
    vi.advanceTimersByTime(4_000);
    expect(await knock()).toBe(6_000);
    vi.advanceTimersByTime(6_000);
    expect(await knock()).toBeNull();
    expect(await counters.isTaken('knock', 'bob')).toBe(false);
  });

  it('takes back what was given back, and forgets what is forgiven', async () => {
    const counters = openCounters({ knock: { points: 1, duration: 10 } }, { redis: null, logger });
    await counters.take('knock', 'ada');
    await counters.giveBack('knock', 'ada');
    expect(await counters.take('knock', 'ada')).toBeNull();
    expect(await counters.take('knock', 'ada')).not.toBeNull();
    await counters.forgive('knock', 'ada');
    expect(await counters.take('knock', 'ada')).toBeNull();
  });

  it('keeps no more keys than it may, and forgets first who came longest ago', async () => {
    const counter = countInMemory({ points: 1, duration: 60 }, 100);
    await counter.take('first');
    for (let index = 0; index < 98; index += 1) await counter.take(`stranger ${index}`);
    expect(await counter.take('first')).not.toBeNull();
    for (let index = 0; index < 99; index += 1) await counter.take(`another ${index}`);
    expect(await counter.isTaken('first')).toBe(true);
    expect(await counter.isTaken('stranger 97')).toBe(false);
  });

  it('does not take its own lateness for that of Redis', async () => {
    const asked: string[] = [];
    /** Answers by way of the system, as a socket does: what has come is only seen when this process looks. */
    const prompt = async (): Promise<[number, number]> => {
      const turn = asked.push('redis');
      await stat(import.meta.filename);
      return [turn, 10_000];
    };
    const redis = { isReady: true, sendCommand: prompt, eval: prompt, evalSha: prompt, scriptLoad: prompt };
    const counters = openCounters(
      { knock: { points: 1, duration: 10 } },
      { redis: redis as unknown as OpenedRedis, logger, patienceMs: 20 },
    );
    const first = counters.take('knock', 'ada');
    const second = counters.take('knock', 'ada');
    const blockedUntil = performance.now() + 150;
    while (performance.now() < blockedUntil);
    expect([await first, await second].filter((wait) => wait !== null)).toHaveLength(1);
    await counters.take('knock', 'ada');
    expect(asked.length).toBeGreaterThanOrEqual(3);
  });

  it('waits for a Redis that hangs once, and counts in memory meanwhile', async () => {
    let asked = 0;
    // The one thing that a real Redis cannot be made to do at will: take a command and never answer.
    const hanging = {
      isReady: true,
      scriptLoad: () => never(),
      evalSha: () => never(),
      eval: () => never(),
      sendCommand: () => never(),
    } as unknown as OpenedRedis;
    const never = () => {
      asked += 1;
      return new Promise(() => undefined);
    };
    const counters = openCounters({ knock: { points: 2, duration: 10 } }, { redis: hanging, logger });
    expect(await counters.take('knock', 'ada')).toBeNull();
    const askedOnce = asked;
    const startedMs = performance.now();
    expect(await counters.take('knock', 'ada')).toBeNull();
    expect(await counters.take('knock', 'ada')).not.toBeNull();
    expect(performance.now() - startedMs).toBeLessThan(200);
    expect(asked).toBe(askedOnce);
    expect(askedOnce).toBeGreaterThan(0);
  });
});

describe('a network', () => {
  it('is an IPv4 address, also written as IPv6, and all addresses of an IPv6 customer', () => {
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:DB8:0:0:ffff::9'));
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'));
    expect(networkOf(null)).toBe('unknown');
  });
});
