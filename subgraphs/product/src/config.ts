import {
  checkTelemetryConfig,
  checkTogether,
  databaseConfig,
  eventPathConfig,
  parseConfig,
  type TaskConfig,
  taskConfig,
} from '@cartograph/config';
import { isCurrencyCode } from '@cartograph/money';
import { subgraphConfig } from '@cartograph/subgraph-server';
import { z } from 'zod';

const currency = z.string().refine(isCurrencyCode, 'is not an ISO 4217 currency code').default('EUR');

/** Every variable of the process; docs/config.md is made from it. */
export const configShape = z.object({
  ...subgraphConfig,
  ...databaseConfig,
  ...eventPathConfig,
  PUBLIC_MEDIA_URL: z
    .url({ protocol: /^https?$/ })
    .describe('Where the pictures of this shop are reached from outside.'),
  DEFAULT_CURRENCY: currency.describe('The currency of prices when a query names none.'),
  HOLD_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(900)
    .describe("How long an order's pieces are held for its payment."),
  HOLD_SWEEP_INTERVAL_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(5_000)
    .describe('How often holds past their deadline are looked for.'),
});

export type ProductConfig = z.output<typeof configShape>;

/** The configuration of the subgraph's process. Throws BadConfig. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>> = process.env): ProductConfig =>
  parseConfig(checkTogether(configShape, checkTelemetryConfig), environment);

/** The configuration of a task that works on the database and ends. Throws BadConfig. */
export const readTaskConfig = (): TaskConfig => parseConfig(taskConfig, process.env);

const importConfig = z.object({
  PRODUCT_DATABASE_URL: z.union([z.literal(''), databaseConfig.DATABASE_URL]).optional(),
  INIT_CWD: z.string().optional().describe('Set by pnpm: the folder the command was given in.'),
  DEFAULT_CURRENCY: currency,
});

export type ImportConfig = z.output<typeof importConfig>;

/** The configuration of the command that imports a catalogue. Throws BadConfig. */
export const readImportConfig = (): ImportConfig => parseConfig(importConfig, process.env);
