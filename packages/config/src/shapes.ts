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

/** What every process has: where it listens and how much it logs. */
export const processConfig = {
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
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
};
