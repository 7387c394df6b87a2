import { setTimeout as delay } from 'node:timers/promises';
import { uuidOfId } from '@cartograph/ids';
import { appendEvent, createUnitOfWork, pgTransactions, startWayOut, systemCause } from '@cartograph/outbox';
import { createLogger } from '@cartograph/telemetry';
import {
  createTestDatabase,
  startTap,
  startTestCloud,
  type Tap,
  type TestCloud,
  type TestDatabase,
} from '@cartograph/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anOrder } from './events.ts';
import { eventPath, paymentEnvironment, runPaymentProcess, startPaymentProcess } from './payment-process.ts';
import { until } from './payment-world.ts';
import { startProviderProcess } from './provider-process.ts';

let cloud: TestCloud;
let tap: Tap;
let provider: Awaited<ReturnType<typeof startProviderProcess>>;
let databases: { payment: TestDatabase; order: TestDatabase };
let payments: pg.Pool;
let orders: pg.Pool;
let orderWayOut: ReturnType<typeof startWayOut>;
let environment: Record<string, string>;
let running: Awaited<ReturnType<typeof startPaymentProcess>>;

beforeAll(async () => {
  cloud = await startTestCloud();
  provider = await startProviderProcess();
  tap = await startTap(provider.url);
  databases = { payment: await createTestDatabase('payment'), order: await createTestDatabase('order') };
  payments = new pg.Pool({ connectionString: databases.payment.url });
  orders = new pg.Pool({ connectionString: databases.order.url });
  for (const pool of [payments, orders]) pool.on('error', () => undefined);
  const config = eventPath(cloud);
  vi.stubEnv('AWS_ACCESS_KEY_ID', config.AWS_ACCESS_KEY_ID);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', config.AWS_SECRET_ACCESS_KEY);
  orderWayOut = startWayOut({ config, pool: orders, logger: createLogger({ service: 'order-test', level: 'silent' }) });
  environment = await paymentEnvironment({ databaseUrl: databases.payment.url, cloud, providerUrl: tap.url });
  running = await startPaymentProcess(environment);
});
afterAll(async () => {
  await running.end('SIGKILL');
  await orderWayOut.stop();
  await Promise.all([payments.end(), orders.end()]);
  await tap.close();
  await provider.stop();
  await Promise.all([databases.payment.drop(), databases.order.drop()]);
  await cloud.stop();
  vi.unstubAllEnvs();
});

/** Plays the order subgraph: its outbox, its relay, the real bus. */
const order = {
  asksFor: async (placed: ReturnType<typeof anOrder>) => {
    const { name, aggregateId, aggregateVersion, data } = placed.paymentRequested();
    const unitOfWork = createUnitOfWork({ transactions: pgTransactions(orders), onCommitted: orderWayOut.wake });
    await unitOfWork(systemCause('kill-test'), (tx) => appendEvent(tx, { name, aggregateId, aggregateVersion, data }));
  },
};

const statusOf = async (placed: ReturnType<typeof anOrder>): Promise<string | undefined> =>
  (await payments.query('SELECT status FROM payment WHERE order_id = $1', [uuidOfId(placed.id)])).rows[0]
    ?.status as string;
const chargesOf = async (placed: ReturnType<typeof anOrder>) =>
  (await provider.ledger()).filter(({ reference }) => reference === placed.id);
const toldTwice = async () =>
  (await payments.query('SELECT aggregate_id FROM outbox_event GROUP BY aggregate_id, name HAVING count(*) > 1')).rows;

describe('the payment process', () => {
  it('authorises what the order asks for over the bus, and its answer goes out', async () => {
    const placed = anOrder();
    await order.asksFor(placed);
    await until(() => statusOf(placed), 'AUTHORIZED');
    expect(await chargesOf(placed)).toHaveLength(1);
    const unsent = async () => (await payments.query('SELECT 1 FROM outbox_event WHERE sent_at IS NULL')).rowCount;
    expect(await until(unsent, 0)).toBe(0);
  });

  it('killed after the provider charged and before that is recorded, charges once after its restart', async () => {
    const placed = Array.from({ length: 5 }, () => anOrder());
    let chargesAtKill = 0;
    const killed = Promise.withResolvers<void>();
    tap.intercept = async ({ method }, forward) => {
      const answer = await forward();
      if (method !== 'POST') return answer;
      // The provider has charged; nobody of us will ever hear this answer.
      chargesAtKill += 1;
      if (chargesAtKill === placed.length) killed.resolve();
      return new Promise(() => undefined);
    };
    for (const each of placed) await order.asksFor(each);
    await killed.promise;
    await running.end('SIGKILL');
    tap.intercept = async (_, forward) => forward();
    for (const each of placed) expect(await statusOf(each)).toBe('AUTHORIZING');
    running = await startPaymentProcess(environment);
    for (const each of placed) {
      await until(() => statusOf(each), 'AUTHORIZED');
      expect(await chargesOf(each)).toHaveLength(1);
    }
    expect(chargesAtKill).toBe(placed.length);
    expect(await toldTwice()).toEqual([]);
  });

  it('killed three times while fifty payments are authorised, charges each once', async () => {
    const before = (await provider.ledger()).length;
    const countOf = async (condition: string) =>
      Number((await payments.query(`SELECT count(*) FROM payment WHERE ${condition}`)).rows[0].count);
    const placed = Array.from({ length: 50 }, () => anOrder());
    tap.intercept = async (_, forward) => {
      const answer = await forward();
      await delay(300);
      return answer;
    };
    const known = await countOf('true');
    for (const each of placed) await order.asksFor(each);
    await until(() => countOf('true'), known + 50);
    for (let kills = 0; kills < 3; kills += 1) {
      expect(await countOf("status = 'AUTHORIZING'")).toBeGreaterThan(0);
      await running.end('SIGKILL');
      running = await startPaymentProcess(environment);
      await delay(400);
    }
    for (const each of placed) await until(() => statusOf(each), 'AUTHORIZED');
    const charged = (await provider.ledger()).slice(before);
    expect(charged).toHaveLength(50);
    expect(new Set(charged.map(({ reference }) => reference)).size).toBe(50);
    expect(await toldTwice()).toEqual([]);
  });

  it('stops cleanly when asked, and answers health until then', async () => {
    expect((await fetch(`${running.url}/health`)).status).toBe(200);
    expect((await fetch(`${running.url}/ready`)).status).toBe(200);
    expect(await running.end('SIGTERM')).toBe(0);
    running = await startPaymentProcess(environment);
  });

  it.each([
    ['PAYMENT_PROVIDER_URL', undefined, 'PAYMENT_PROVIDER_URL: is not set'],
    ['ATTEMPT_LEASE_SECONDS', '1', 'must be longer than two calls'],
  ])('ends with 78 and one clear message when %s is %s', async (name, value, message) => {
    const { [name]: _, ...rest } = environment;
    const ended = await runPaymentProcess({ ...rest, ...(value !== undefined && { [name]: value }) });
    expect(ended).toMatchObject({ code: 78, stderr: expect.stringContaining(message) });
  });
});
