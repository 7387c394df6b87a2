import {
  checkTelemetryConfig,
  checkTogether,
  databaseConfig,
  eventPathConfig,
  jsonText,
  parseConfig,
  type TaskConfig,
  taskConfig,
} from '@cartograph/config';
import { subgraphConfig } from '@cartograph/subgraph-server';
import { z } from 'zod';
import { signingKeys } from './issuer/signing-keys.ts';
import { checkMailConfig, mailConfig } from './mail/mail-config.ts';

const daySeconds = 86_400;

const days = (defaultDays: number) => z.coerce.number().min(0.01).max(400).default(defaultDays);

/** How this subgraph issues tokens: to people, and, where Cognito issues those, to the machine that gathers exports. */
const issuerConfig = {
  OIDC_ISSUER: z
    .url()
    .refine((url) => !url.endsWith('/'), 'must not end with a slash')
    .describe('The `iss` of access tokens; verifiers find the keys below it.'),
  OIDC_AUDIENCE: z.string().min(1).describe('The `aud` of access tokens.'),
  OIDC_SIGNING_KEYS: jsonText(signingKeys).describe(
    'The private keys that sign access tokens, as a JWKS; the first signs. A secret.',
  ),
  ACCESS_TOKEN_LIFETIME_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .max(3_600)
    .default(900)
    .describe('How long an access token is good for.'),
};

/** Amazon Cognito as the keeper of passwords, sessions and tokens. AWS_REGION says where. */
const cognitoConfig = {
  COGNITO_USER_POOL_ID: z.string().min(1).describe('The user pool; needed where IDENTITY_PROVIDER is `cognito`.'),
  COGNITO_CLIENT_ID: z
    .string()
    .min(1)
    .describe('The app client of the user pool; needed where IDENTITY_PROVIDER is `cognito`.'),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: z.url().optional().describe('Only set where it is not AWS itself.'),
};

const sharedConfig = {
  ...issuerConfig,
  ...subgraphConfig,
  ...databaseConfig,
  ...eventPathConfig,
  GRAPH_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !url.endsWith('/'), 'must not end with a slash')
    .describe('The gateway: what others hold of a person is asked of the graph and of nobody else.'),
  EXPORT_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * daySeconds)
    .default(daySeconds)
    .describe("How long a copy of somebody's data may take; then it is given up."),
  EXPORT_KEEP_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * daySeconds)
    .default(7 * daySeconds)
    .describe('How long a copy can be fetched.'),
  EXPORT_SWEEP_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(3_600)
    .default(2)
    .describe('How often to look for parts that are to be fetched.'),
  ERASURE_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30 * daySeconds)
    .describe('By when an erasure must be done (GDPR, article 12: a month). It does not end by itself.'),
  IDENTITY_SECRET: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length >= 32, 'must be 32 bytes at least')
    .describe('32 random bytes in base64: from it come the keys that hash mailed codes and encrypt second factors.'),
  SESSION_LIFETIME_DAYS: days(90).describe('A session ends after so long, however it is used ...'),
  SESSION_IDLE_DAYS: days(30).describe('... and earlier when it was not refreshed for so long.'),
  SESSION_KEEP_DAYS: days(30).describe(
    'For so long a session or a mailed code that is over is still known; then it is deleted.',
  ),
  REFRESH_REPEAT_SECONDS: z.coerce
    .number()
    .min(0)
    .max(120)
    .default(10)
    .describe('For so long a used refresh token gets the same answer again, as the first may have been lost.'),
  ...mailConfig,
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('Where attempts are counted for all replicas; each counts for itself without it.'),
  REDIS_PASSWORD: z.string().min(1).optional().describe('The password of Redis, where REDIS_URL holds none. A secret.'),
  THROTTLE_NETWORK_ALLOWANCE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(1)
    .describe('How many times the usual people come from one network address: limits by address grow with it.'),
};

const embeddedShape = z.object({
  ...sharedConfig,
  IDENTITY_PROVIDER: z.literal('embedded').default('embedded'),
});
const cognitoShape = z.object({ ...sharedConfig, ...cognitoConfig, IDENTITY_PROVIDER: z.literal('cognito') });

/**
 * Every variable of the process, whoever keeps the passwords.
 * @public docs/config.md is made from it
 */
export const configShape = z.object({
  ...sharedConfig,
  ...z.object(cognitoConfig).partial().shape,
  IDENTITY_PROVIDER: z
    .enum(['embedded', 'cognito'])
    .default('embedded')
    .describe('Who keeps passwords, sessions and tokens: this subgraph, or Amazon Cognito.'),
});

export type EmbeddedConfig = z.output<typeof embeddedShape>;
export type CognitoConfig = z.output<typeof cognitoShape>;
export type UserConfig = EmbeddedConfig | CognitoConfig;

/** The configuration of the subgraph's process. Throws BadConfig. */
export const readConfig = (): UserConfig =>
  process.env.IDENTITY_PROVIDER === 'cognito'
    ? parseConfig(checkTogether(cognitoShape, checkTelemetryConfig, checkMailConfig), process.env)
    : parseConfig(checkTogether(embeddedShape, checkTelemetryConfig, checkMailConfig), process.env);

/** The configuration of a task that works on the database and ends. Throws BadConfig. */
export const readTaskConfig = (): TaskConfig => parseConfig(taskConfig, process.env);
