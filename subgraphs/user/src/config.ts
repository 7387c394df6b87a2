import { databaseConfig, eventPathConfig, jsonText, parseConfig, processConfig } from '@cartograph/config';
import { subgraphConfig } from '@cartograph/subgraph-server';
import { z } from 'zod';
import { signingKeys } from './issuer/signing-keys.ts';

/** This subgraph reacts to no event yet: it has a way out and no queue. */
const { EVENT_QUEUE_URL: _queue, EVENT_DEAD_LETTER_QUEUE_URL: _deadLetters, ...wayOutConfig } = eventPathConfig;

const userConfig = z.object({
  ...subgraphConfig,
  ...databaseConfig,
  ...wayOutConfig,
  /** The `iss` of access tokens; verifiers find the keys below it. */
  OIDC_ISSUER: z.url().refine((url) => !url.endsWith('/'), 'must not end with a slash'),
  OIDC_AUDIENCE: z.string().min(1),
  OIDC_SIGNING_KEYS: jsonText(signingKeys),
  ACCESS_TOKEN_LIFETIME_SECONDS: z.coerce.number().int().min(900).max(3_600).default(3_600),
});

export type UserConfig = z.output<typeof userConfig>;

/** The configuration of the subgraph's process. Throws BadConfig. */
export const readConfig = (): UserConfig => parseConfig(userConfig, process.env);

const demoConfig = z.object({ ...databaseConfig, LOG_LEVEL: processConfig.LOG_LEVEL });

export type DemoConfig = z.output<typeof demoConfig>;

/** The configuration of the task that loads the demo accounts. Throws BadConfig. */
export const readDemoConfig = (): DemoConfig => parseConfig(demoConfig, process.env);
