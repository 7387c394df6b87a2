import { randomUUID } from 'node:crypto';
import { busName, queueRoutes } from '@cartograph/events';
import {
  createTestDatabase,
  gatewayClient,
  newKeyPair,
  startTestCloud,
  type TestCloud,
  type TestDatabase,
} from '@cartograph/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { aProduct } from './support/events.ts';
import { operations } from './support/operations.ts';
import { aViewer } from './support/start-order-graph.ts';
import { startProcess } from './support/start-process.ts';

let database: TestDatabase;
let cloud: TestCloud;
let pool: pg.Pool;

beforeAll(async () => {
  [database, cloud] = await Promise.all([createTestDatabase('order'), startTestCloud()]);
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await cloud.stop();
  await database.drop();
});

const environmentWith = (keys: Record<string, string>): Record<string, string> => {
  const route = queueRoutes().find(({ subgraph }) => subgraph === 'order');
  const queueUrl = (name = ''): string => `${cloud.sqsUrl}/000000000000/${name}`;
  return {
    PORT: '0',
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    EVENT_BUS_NAME: busName,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_EVENTBRIDGE: cloud.eventBridgeUrl,
    AWS_ENDPOINT_URL_SQS: cloud.sqsUrl,
    EVENT_QUEUE_URL: queueUrl(route?.queueName),
    EVENT_DEAD_LETTER_QUEUE_URL: queueUrl(route?.deadLetterQueueName),
    ...keys,
  };
};

/** Puts a fact of product on the bus: the relay of this subgraph's outbox sends whatever is in it. */
const publishFact = async (product: ReturnType<typeof aProduct>): Promise<void> => {
  await pool.query(
    `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data, occurred_at)
     VALUES ($1, 'ProductPublished', 1, $2, 1, 'a-test', '{"kind":"SYSTEM","id":null}', $3, now())`,
    [randomUUID(), product.productId, JSON.stringify(product)],
  );
};

describe('the process of the subgraph', () => {
  it('hears by its queue what is put on the bus, sends what it emits, and stops in order', async () => {
    const [gateway, guests] = await Promise.all([newKeyPair('gateway'), newKeyPair('guest')]);
    const running = startProcess(
      environmentWith({
        VIEWER_JWKS: JSON.stringify(gateway.publicJwks),
        GUEST_TOKEN_PRIVATE_JWK: JSON.stringify(guests.privateJwk),
      }),
    );
    onTestFinished(() => void running.kill('SIGKILL'));
    const url = await running.url;
    const ask = gatewayClient({ url, audience: 'order', privateJwk: gateway.privateJwk });
    const buyer = aViewer();
    const product = aProduct();
    await publishFact(product);
    const { cart } = (await ask(buyer, operations.createCart, { input: { currency: 'EUR' } })).data.createCart;

    const input = { cartId: cart.id, variantId: product.variants[0]?.variantId, quantity: 1, idempotencyKey: 'once' };
    await vi.waitFor(
      async () => expect((await ask(buyer, operations.addCartLine, { input })).data.addCartLine.userErrors).toEqual([]),
      { timeout: 15_000, interval: 200 },
    );
    const checkout = {
      cartId: cart.id,
      idempotencyKey: randomUUID(),
      expectedTotal: { amountMinor: '1999', currency: 'EUR' },
      paymentMethodToken: 'tok_approve',
    };
    const { order } = (await ask(buyer, operations.checkout, { input: checkout })).data.checkout;

    await vi.waitFor(
      async () => {
        const { rows } = await pool.query('SELECT sent_at FROM outbox_event WHERE aggregate_id = $1', [order.id]);
        expect(rows).toEqual([{ sent_at: expect.any(Date) }]);
      },
      { timeout: 15_000, interval: 100 },
    );
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(0);
    expect(running.said.out).not.toContain('tok_approve');
  });

  it('ends with a message that names every variable that is missing', async () => {
    const { exitCode, said } = startProcess({ PORT: '0' });
    expect(await exitCode).toBe(78);
    for (const name of ['DATABASE_URL', 'VIEWER_JWKS', 'EVENT_QUEUE_URL', 'GUEST_TOKEN_PRIVATE_JWK']) {
      expect(said.err).toContain(`${name}: is not set`);
    }
  });
});
