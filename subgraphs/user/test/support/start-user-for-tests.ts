import { createServer } from 'node:net';
import { createLogger } from '@cartograph/telemetry';
import { createTestDatabase, gatewayClient, newKeyPair, startTestCloud } from '@cartograph/testing';
import pg from 'pg';
import { vi } from 'vitest';
import { publicJwks, signingKeys } from '../../src/issuer/signing-keys.ts';
import { startUser } from '../../src/wire.ts';

/** The issuer's URL holds the port, so it must be known before the subgraph listens. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const settings = {
  AWS_REGION: 'eu-central-1',
  EVENT_BUS_NAME: 'cartograph',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
  DATABASE_POOL_SIZE: 10,
  EXPORT_DEADLINE_SECONDS: 86_400,
  EXPORT_KEEP_SECONDS: 604_800,
  EXPORT_SWEEP_SECONDS: 0.2,
  ERASURE_DEADLINE_SECONDS: 2_592_000,
  EVENT_CONCURRENCY: 8,
  EVENT_VISIBILITY_TIMEOUT_SECONDS: 30,
  OUTBOX_KEEP_DAYS: 7,
  INBOX_KEEP_DAYS: 30,
  IDEMPOTENCY_KEEP_DAYS: 30,
  EVENT_SWEEP_INTERVAL_SECONDS: 600,
  OIDC_AUDIENCE: 'cartograph',
  ACCESS_TOKEN_LIFETIME_SECONDS: 3_600,
} as const;

/** The user subgraph on a database, an event bus and an HTTP port of its own; `ask` speaks to it as the gateway does. */
export const startUserForTests = async (overrides: { EXPORT_DEADLINE_SECONDS?: number } = {}) => {
  // The SDK finds credentials by itself, as it does in production.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const [database, cloud] = await Promise.all([createTestDatabase('user'), startTestCloud()]);
  const [gateway, issuer] = await Promise.all([newKeyPair('gateway'), newKeyPair('issuer-1')]);
  const keys = signingKeys.parse({ keys: [issuer.privateJwk] });
  const port = await freePort();
  const config = {
    ...settings,
    ...overrides,
    PORT: port,
    DATABASE_URL: database.url,
    VIEWER_JWKS: gateway.publicJwks as { keys: { kty: string }[] },
    AWS_ENDPOINT_URL_EVENTBRIDGE: cloud.eventBridgeUrl,
    AWS_ENDPOINT_URL_SQS: cloud.sqsUrl,
    EVENT_QUEUE_URL: `${cloud.sqsUrl}/000000000000/cartograph-user`,
    EVENT_DEAD_LETTER_QUEUE_URL: `${cloud.sqsUrl}/000000000000/cartograph-user-dead-letters`,
    // Nobody listens there: an export waits for the parts of others.
    GRAPH_URL: 'http://127.0.0.1:9',
    OIDC_ISSUER: `http://127.0.0.1:${port}`,
    OIDC_SIGNING_KEYS: keys,
  };
  const subgraph = await startUser(config, createLogger({ service: 'user', level: 'silent' }));
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  return {
    url: subgraph.url,
    databaseUrl: database.url,
    issuer: config.OIDC_ISSUER,
    publicKeys: publicJwks(keys),
    pool,
    ask: gatewayClient({ url: subgraph.url, audience: 'user', privateJwk: gateway.privateJwk }),
    stop: async () => {
      await subgraph.stop();
      await pool.end();
      await cloud.stop();
      await database.drop();
    },
  };
};
