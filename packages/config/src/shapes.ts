import { z } from 'zod';

/** A variable that holds JSON of that shape. */
export const jsonText = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What every process has: where it listens, how much it logs, and where its traces and metrics go. */
export const processConfig = {
  HOST: z.string().min(1).default('127.0.0.1').describe('The address it listens on; `0.0.0.0` in a container.'),
  PORT: z.coerce.number().int().min(0).max(65_535).describe('The port it listens on; `0` takes a free one.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('How much is logged.'),
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('`production` hides the schema and all suggestions, and serves no explorer.'),
  TELEMETRY: z
    .enum(['off', 'console', 'otlp'])
    .optional()
    .describe(
      'Traces and metrics: `otlp` by HTTP to the collector at TELEMETRY_ENDPOINT, `console` to standard output; by default `off`.',
    ),
  TELEMETRY_SIGNALS: z.enum(['all', 'traces', 'metrics']).optional().describe('Which of them; by default `all`.'),
  TELEMETRY_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("The collector's address, such as http://127.0.0.1:4318: `/v1/traces` and `/v1/metrics` are below it."),
  TELEMETRY_SAMPLING_RATIO: z.coerce
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('The share of traces that is recorded, of those that begin here; by default 1, which is all.'),
  TELEMETRY_INTERVAL_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(3_600)
    .optional()
    .describe('How often metrics are exported; by default every 60 s.'),
};

/** A PostgreSQL database and how many connections one process may hold. */
export const databaseConfig = {
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe(
      "The subgraph's own PostgreSQL database. Where user and password change, PGUSER and PGPASSWORD say them instead.",
    ),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .default(10)
    .describe('How many connections one process may hold.'),
};

/** The way events leave and come in. Endpoints are only set where it is not AWS itself. */
export const eventPathConfig = {
  AWS_REGION: z.string().min(1).describe('Where the bus and the queues are.'),
  AWS_ENDPOINT_URL_EVENTBRIDGE: z.url().optional().describe('Only set where it is not AWS itself.'),
  AWS_ENDPOINT_URL_SQS: z.url().optional().describe('Only set where it is not AWS itself.'),
  EVENT_BUS_NAME: z.string().min(1).describe('The bus to which events go.'),
  EVENT_QUEUE_URL: z.url().describe('The queue of this subgraph, from which events come.'),
  EVENT_DEAD_LETTER_QUEUE_URL: z.url().describe('Where events go that cannot be taken in.'),
  EVENT_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(8)
    .describe('Reactions to events at once; each takes a connection of the pool.'),
  EVENT_VISIBILITY_TIMEOUT_SECONDS: z.coerce
    .number()
    .int()
    .min(2)
    .max(43_200)
    .default(30)
    .describe('How long an event stays hidden from other replicas when its process dies.'),
  OUTBOX_KEEP_DAYS: z.coerce
    .number()
    .min(0)
    .max(3_650)
    .default(7)
    .describe('How long events that were sent are kept in the outbox.'),
  INBOX_KEEP_DAYS: z.coerce
    .number()
    .min(1)
    .max(3_650)
    .default(30)
    .describe(
      'How long it is remembered that an event was taken in: longer than the archive from which events are replayed.',
    ),
  IDEMPOTENCY_KEEP_DAYS: z.coerce
    .number()
    .min(1)
    .max(3_650)
    .default(30)
    .describe('For how long a mutation may be sent again with its idempotency key.'),
  EVENT_SWEEP_INTERVAL_SECONDS: z.coerce
    .number()
    .min(1)
    .max(86_400)
    .default(600)
    .describe('How often rows past these ages are looked for.'),
};

/** What a task reads that works on a subgraph's database and ends: migrations, demo data. */
export const taskConfig = z.object({ ...databaseConfig, LOG_LEVEL: processConfig.LOG_LEVEL });

export type TaskConfig = z.output<typeof taskConfig>;
