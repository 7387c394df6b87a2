import { createLogger } from '@cartograph/telemetry';
import { gatewayClient, newKeyPair, startTestCloud } from '@cartograph/testing';
import pg from 'pg';
import { vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startProduct } from '../../src/wire.ts';
import { openShop } from './open-shop.ts';

/** The product subgraph on a database, an event path and an HTTP port of its own; `ask` speaks to it as the gateway does. */
export const startProductForTests = async () => {
  // The SDK finds credentials by itself, as it does in production.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const [shop, cloud, gateway] = await Promise.all([openShop(), startTestCloud(), newKeyPair('gateway')]);
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    DATABASE_URL: shop.url,
    VIEWER_JWKS: JSON.stringify(gateway.publicJwks),
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_EVENTBRIDGE: cloud.eventBridgeUrl,
    AWS_ENDPOINT_URL_SQS: cloud.sqsUrl,
    EVENT_BUS_NAME: 'cartograph',
    EVENT_QUEUE_URL: `${cloud.sqsUrl}/000000000000/cartograph-product`,
    EVENT_DEAD_LETTER_QUEUE_URL: `${cloud.sqsUrl}/000000000000/cartograph-product-dead-letters`,
    PUBLIC_MEDIA_URL: 'https://shop.example/media',
    HOLD_SWEEP_INTERVAL_MS: '60000',
  });
  const subgraph = await startProduct(config, createLogger({ service: 'product', level: 'silent' }));
  return {
    ...shop,
    graphUrl: subgraph.url,
    ask: gatewayClient({ url: subgraph.url, audience: 'product', privateJwk: gateway.privateJwk }),
    stop: async () => {
      await subgraph.stop();
      await cloud.stop();
      await shop.close();
    },
  };
};

export type ProductForTests = Awaited<ReturnType<typeof startProductForTests>>;

/** The SQL statements that the catalogue's reads send while the work runs; those of relay, inbox and sweeper are not theirs. */
export const countStatements = async (work: () => Promise<unknown>): Promise<string[]> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = spy.mock.calls.map(([first]) => String((first as { text?: string }).text ?? first));
    return texts.filter(
      (text) => /\bproduct|category|media|price|stock_level/.test(text) && !/outbox_event|stock_reservation/.test(text),
    );
  } finally {
    spy.mockRestore();
  }
};
