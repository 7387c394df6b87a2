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
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** Traces and metrics: `otlp` by HTTP to the collector at TELEMETRY_ENDPOINT, `console` to standard output; by default `off`. */
  TELEMETRY: z.enum(['off', 'console', 'otlp']).optional(),
  /** Which of them; by default `all`. */
  TELEMETRY_SIGNALS: z.enum(['all', 'traces', 'metrics']).optional(),
  /** The collector's address, such as http://127.0.0.1:4318: `/v1/traces` and `/v1/metrics` are below it. */
  TELEMETRY_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** The share of traces that is recorded, of those that begin here; by default 1, which is all. */
  TELEMETRY_SAMPLING_RATIO: z.coerce.number().min(0).max(1).optional(),
  /** How often metrics are exported; by default every 60 s. */
  TELEMETRY_INTERVAL_SECONDS: z.coerce.number().min(0.1).max(3_600).optional(),
};

/** A PostgreSQL database and how many connections one process may hold. */
export const databaseConfig = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(10).default(10),
};

/** The way events leave and come in. Endpoints are only set where it is not AWS itself. */
export const eventPathConfig = {
  AWS_REGION: z.string().min(1),
  AWS_ENDPOINT_URL_EVENTBRIDGE: z.url().optional(),
  AWS_ENDPOINT_URL_SQS: z.url().optional(),
  EVENT_BUS_NAME: z.string().min(1),
  EVENT_QUEUE_URL: z.url(),
  EVENT_DEAD_LETTER_QUEUE_URL: z.url(),
  /** Reactions to events at once; each takes a connection of the pool. */
  EVENT_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8),
  /** How long an event stays hidden from other replicas when its process dies. */
  EVENT_VISIBILITY_TIMEOUT_SECONDS: z.coerce.number().int().min(2).max(43_200).default(30),
  /** How long events that were sent are kept in the outbox. */
  OUTBOX_KEEP_DAYS: z.coerce.number().min(0).max(3_650).default(7),
  /** How long it is remembered that an event was taken in: longer than the archive from which events are replayed. */
  INBOX_KEEP_DAYS: z.coerce.number().min(1).max(3_650).default(30),
  /** For how long a mutation may be sent again with its idempotency key. */
  IDEMPOTENCY_KEEP_DAYS: z.coerce.number().min(1).max(3_650).default(30),
  /** How often rows past these ages are looked for. */
  EVENT_SWEEP_INTERVAL_SECONDS: z.coerce.number().min(1).max(86_400).default(600),
};

/** What a task reads that works on a subgraph's database and ends: migrations, demo data. */
export const taskConfig = z.object({ ...databaseConfig, LOG_LEVEL: processConfig.LOG_LEVEL });

export type TaskConfig = z.output<typeof taskConfig>;
