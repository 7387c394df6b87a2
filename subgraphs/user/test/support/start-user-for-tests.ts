import { createLogger } from '@cartograph/telemetry';
import { createTestDatabase, freePort, gatewayClient, newKeyPair, startTestCloud } from '@cartograph/testing';
import pg from 'pg';
import { vi } from 'vitest';
import type { CognitoConfig, EmbeddedConfig } from '../../src/config.ts';
import { publicJwks, signingKeys } from '../../src/issuer/signing-keys.ts';
import { startUser } from '../../src/wire.ts';

const settings = {
  AWS_REGION: 'eu-central-1',
  EVENT_BUS_NAME: 'cartograph',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  EXECUTION: 'compiled',
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
  ACCESS_TOKEN_LIFETIME_SECONDS: 900,
  IDENTITY_SECRET: Buffer.alloc(32, 7).toString('base64'),
  SESSION_LIFETIME_DAYS: 90,
  SESSION_IDLE_DAYS: 30,
  SESSION_KEEP_DAYS: 30,
  REFRESH_REPEAT_SECONDS: 10,
  MAIL_FROM: 'shop@cartograph.example',
  THROTTLE_NETWORK_ALLOWANCE: 1_000,
} as const;

/** The pool of a Cognito that keeps the accounts instead. */
export type CognitoSettings = Pick<
  CognitoConfig,
  'COGNITO_USER_POOL_ID' | 'COGNITO_CLIENT_ID' | 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'
>;

/** The user subgraph on a database, an event bus and an HTTP port of its own; `ask` speaks to it as the gateway does. */
export const startUserForTests = async (overrides: Partial<EmbeddedConfig> = {}, cognito?: CognitoSettings) => {
  // The SDK finds credentials by itself, as it does in production.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const [database, cloud] = await Promise.all([createTestDatabase('user'), startTestCloud()]);
  const [gateway, issuer] = await Promise.all([newKeyPair('gateway'), newKeyPair('issuer-1')]);
  const keys = signingKeys.parse({ keys: [issuer.privateJwk] });
  const port = await freePort();
  const config = {
    ...settings,
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
    MAIL_SMTP_URL: cloud.smtpUrl,
    IDENTITY_PROVIDER: 'embedded' as const,
    ...overrides,
  };
  const logged: string[] = [];
  const logger = createLogger({ service: 'user', level: 'trace' }, { write: (line) => void logged.push(line) });
  const subgraph = await startUser(cognito ? { ...config, ...cognito, IDENTITY_PROVIDER: 'cognito' } : config, logger);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  return {
    url: subgraph.url,
    databaseUrl: database.url,
    issuer: config.OIDC_ISSUER,
    publicKeys: publicJwks(keys),
    pool,
    /** Every line of its log. */
    logged,
    mailboxUrl: cloud.mailboxUrl,
    sqsUrl: cloud.sqsUrl,
    ask: gatewayClient({ url: subgraph.url, audience: 'user', privateJwk: gateway.privateJwk }),
    stop: async () => {
      await subgraph.stop();
      await pool.end();
      await cloud.stop();
      await database.drop();
    },
  };
};
