import { databaseConfig, eventPathConfig, jsonText, parseConfig, processConfig } from '@cartograph/config';
import { subgraphConfig } from '@cartograph/subgraph-server';
import { z } from 'zod';
import { signingKeys } from './issuer/signing-keys.ts';

const daySeconds = 86_400;

const userConfig = z.object({
  ...subgraphConfig,
  ...databaseConfig,
  ...eventPathConfig,
  /** The `iss` of access tokens; verifiers find the keys below it. */
  OIDC_ISSUER: z.url().refine((url) => !url.endsWith('/'), 'must not end with a slash'),
  OIDC_AUDIENCE: z.string().min(1),
  OIDC_SIGNING_KEYS: jsonText(signingKeys),
  /** The gateway: what others hold of a person is asked of the graph and of nobody else. */
  GRAPH_URL: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'), 'must not end with a slash'),
  /** How long a copy of somebody's data may take; then it is given up. */
  EXPORT_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * daySeconds)
    .default(daySeconds),
  /** How long a copy can be fetched. */
  EXPORT_KEEP_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * daySeconds)
    .default(7 * daySeconds),
  /** How often to look for parts that are to be fetched. */
  EXPORT_SWEEP_SECONDS: z.coerce.number().min(0.1).max(3_600).default(2),
  /** By when an erasure must be done (GDPR, article 12: a month). It does not end by itself. */
  ERASURE_DEADLINE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30 * daySeconds),
  ACCESS_TOKEN_LIFETIME_SECONDS: z.coerce.number().int().min(900).max(3_600).default(3_600),
});

export type UserConfig = z.output<typeof userConfig>;

/** The configuration of the subgraph's process. Throws BadConfig. */
export const readConfig = (): UserConfig => parseConfig(userConfig, process.env);

const demoConfig = z.object({ ...databaseConfig, LOG_LEVEL: processConfig.LOG_LEVEL });

export type DemoConfig = z.output<typeof demoConfig>;

/** The configuration of the task that loads the demo accounts. Throws BadConfig. */
export const readDemoConfig = (): DemoConfig => parseConfig(demoConfig, process.env);
