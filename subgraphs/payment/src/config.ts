import {
  checkTelemetryConfig,
  checkTogether,
  databaseConfig,
  eventPathConfig,
  parseConfig,
  type TaskConfig,
  type TogetherCheck,
  taskConfig,
} from '@cartograph/config';
import { subgraphConfig } from '@cartograph/subgraph-server';
import { z } from 'zod';

const connectTimeoutMs = 1_000;

/** Every variable of the process; docs/config.md is made from it. */
export const configShape = z.object({
  ...subgraphConfig,
  ...databaseConfig,
  ...eventPathConfig,
  PAYMENT_PROVIDER_URL: z.url({ protocol: /^https?$/ }).describe('The payment provider.'),
  PAYMENT_PROVIDER_API_KEY: z.string().min(1).describe('The key for it. A secret.'),
  PROVIDER_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(60_000)
    .default(5_000)
    .describe('How long one call to the provider may take before its outcome counts as unknown.'),
  ATTEMPT_LEASE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(15)
    .describe('How long a worker keeps an attempt; after that another one may make it.'),
  AUTHORIZATION_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(86_400)
    .describe('How long money may be held without being taken.'),
  SWEEP_INTERVAL_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600)
    .default(60)
    .describe('How often deadlines are looked at.'),
});

export type Config = z.output<typeof configShape>;

/** A lease covers asking about an earlier call and making it anew: a shorter one would hand out what is still in hand. */
const checkLease: TogetherCheck<Config> = (config, context) => {
  if (!(config.ATTEMPT_LEASE_SECONDS * 1_000 <= 2 * config.PROVIDER_TIMEOUT_MS + connectTimeoutMs)) return;
  context.addIssue({
    code: 'custom',
    path: ['ATTEMPT_LEASE_SECONDS'],
    message: 'must be longer than two calls to the provider (2 x PROVIDER_TIMEOUT_MS and 1 s to connect)',
  });
};

/** Reads the process's environment. Throws BadConfig naming everything that is missing. */
export const readConfig = (): Config =>
  parseConfig(checkTogether(configShape, checkTelemetryConfig, checkLease), process.env);

/** The configuration of a task that works on the database and ends. Throws BadConfig. */
export const readTaskConfig = (): TaskConfig => parseConfig(taskConfig, process.env);
