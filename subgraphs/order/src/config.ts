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

const day = 86_400;

/** Every variable of the process; docs/config.md is made from it. */
export const configShape = z.object({
  ...subgraphConfig,
  ...databaseConfig,
  ...eventPathConfig,
  GUEST_TOKEN_PRIVATE_JWK: jsonText(z.looseObject({ kty: z.literal('OKP'), d: z.string().min(1) })).describe(
    'Signs the tokens of guests; the gateway has the public half.',
  ),
  GUEST_TOKEN_LIFETIME_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .max(90 * day)
    .default(30 * day)
    .describe("How long a guest's token opens a cart or an order."),
  PENDING_ORDER_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(day)
    .default(3_600)
    .describe('How long an order may stay PENDING.'),
  PENDING_ORDER_SWEEP_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(3_600)
    .default(15)
    .describe('How often to look for orders that stayed PENDING for too long.'),
});

export type OrderConfig = z.output<typeof configShape>;

/** The configuration of the subgraph's process. Throws BadConfig. */
export const readConfig = (): OrderConfig => parseConfig(checkTogether(configShape, checkTelemetryConfig), process.env);

/** The configuration of a task that works on the database and ends. Throws BadConfig. */
export const readTaskConfig = (): TaskConfig => parseConfig(taskConfig, process.env);
