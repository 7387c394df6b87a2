import { openRedis } from '@cartograph/redis';
import { createLogger } from '@cartograph/telemetry';
import { startRedis, type TestRedis } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kept } from '../src/cache/kept-answers.ts';
import { holdsEntity, type Purge } from '../src/cache/purge.ts';
import { createSharedAnswers, type SharedAnswers } from '../src/cache/shared/shared-answers.ts';
import { redisProgram } from './support/config.ts';

const told = { channel: 'a-test', message: '{}' };
const changed = (id: string, fields: string[] | null = null): Purge => ({ tags: [holdsEntity('Product', id)], fields });
const keptOf = (id: string, changes: Partial<Kept> = {}): Kept => ({
  content: `{"id":"${id}"}`,
  freshUntilMs: Date.now() + 60_000,
  staleUntilMs: Date.now() + 60_000,
  isPrivate: false,
  type: 'Product',
  dependence: { tags: new Set([holdsEntity('Product', id)]), fields: new Set(['Product.title']) },
  ...changes,
});

describe.runIf(redisProgram)('what gateways keep together in Redis', () => {
  let redis: TestRedis;
  const clients: Awaited<ReturnType<typeof openRedis>>[] = [];
  const open = async (): Promise<SharedAnswers> => {
    const logger = createLogger({ service: 'gateway', level: 'silent' });
    const client = await openRedis(redis, { logger, whileAway: 'a test' });
    clients.push(client);
    return createSharedAnswers(client);
  };
  let one: SharedAnswers;
  let other: SharedAnswers;
  beforeAll(async () => {
    redis = await startRedis(String(redisProgram));
    [one, other] = [await open(), await open()];
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await redis.stop();
  });

  const stampBy = async (shared: SharedAnswers) => {
    const read = await shared.read(['anything'], false);
    if (!read) throw new Error('Redis is there');
    return read.stamp;
  };
  const keep = async (key: string, kept: Kept) => one.write(key, kept, await stampBy(one));
  const find = async (key: string) => (await other.read([key], false))?.things[0];

  it('is what one wrote and another reads, until somebody says that it is no longer true', async () => {
    const kept = keptOf('p1');
    await keep('p1', kept);
    expect(await find('p1')).toEqual(kept);
    await other.purge([changed('p2'), changed('p1', ['Product.stock'])], told);
    expect(await find('p1')).toEqual(kept);
    await other.purge([changed('p1', ['Product.title'])], told);
    expect(await find('p1')).toBe('mine');
    await keep('p1', kept);
    await other.purge(null, told);
    expect(await find('p1')).toBe('mine');
  });

  it('is nothing of what left before a change, however late it comes back', async () => {
    const before = await stampBy(one);
    await other.purge([changed('late')], told);
    await one.write('late', keptOf('late'), before);
    expect(await find('late')).toBe('mine');
    await one.write('another', keptOf('another'), before);
    expect(await find('another')).toMatchObject({ content: '{"id":"another"}' });
    await other.purge(null, told);
    await one.write('another', keptOf('another'), before);
    expect(await find('another')).toBe('mine');
  });

  it('is nothing of what is one viewer’s, or already old', async () => {
    await keep('mine', keptOf('mine', { isPrivate: true }));
    await keep('old', keptOf('old', { staleUntilMs: Date.now() - 1 }));
    expect([await find('mine'), await find('old')]).toEqual(['mine', 'mine']);
  });

  it('is fetched by one of those who miss it, until that one has it or is gone', async () => {
    const missBy = async (shared: SharedAnswers) => (await shared.read(['rush'], true))?.things;
    expect([await missBy(one), await missBy(other), await missBy(one)]).toEqual([['mine'], ['theirs'], ['mine']]);
    await redis.passTime(3);
    expect(await missBy(other)).toEqual(['mine']);
    await other.write('rush', keptOf('rush'), await stampBy(other));
    expect(await missBy(one)).toMatchObject([{ content: '{"id":"rush"}' }]);
  });

  it('is not asked for while it answers nothing, and again when it does', async () => {
    redis.freeze();
    const startedMs = performance.now();
    for (let time = 0; time < 20; time += 1) expect(await one.read(['p1'], true)).toBeNull();
    expect(await one.purge([changed('p1')], told)).toBe(false);
    // Three time-outs, and no more.
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    redis.thaw();
    await expect.poll(() => one.read(['p1'], false), { timeout: 10_000 }).not.toBeNull();
  });
});
