import { jsonText, parseConfig, processConfig } from '@cartograph/config';
import { z } from 'zod';
import { cacheConfig } from './cache/cache-config.ts';
import { limitSettings } from './limits/limit-settings.ts';
import { checkOperationConfig, operationConfig } from './operations/operation-config.ts';
import { checkStudioConfig, studioConfig } from './studio/studio-config.ts';
import { incomingTraceConfig } from './telemetry/incoming-trace-config.ts';

const httpUrl = z.url({ protocol: /^https?$/ });
const milliseconds = (defaultMs: number) => z.coerce.number().int().min(1).default(defaultMs);
const publicJwk = z.looseObject({ kty: z.string() });
const privateJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), d: z.string() });

/** An OpenID provider whose access tokens are believed. Cognito is one by configuration alone. */
const openIdIssuer = z.object({
  /** Exactly as in the token's `iss`. */
  issuer: httpUrl,
  /** The token's `aud`, or its `client_id` where the issuer sends no `aud` (as Cognito does). */
  audience: z.string().min(1),
  /** Where its keys are; found by the issuer's discovery document when not given. */
  jwksUrl: httpUrl.optional(),
  /** The claim that holds the user's id; `username` for Cognito, which keeps its own `sub` and ours as the name. */
  userIdClaim: z.string().min(1).default('sub'),
  /** The claim that lists the user's roles, where the issuer puts no scopes of ours: `cognito:groups` for Cognito. */
  rolesClaim: z.string().min(1).optional(),
  /** By how much its clock may differ from ours; a token lives so much longer. */
  clockToleranceSeconds: z.number().int().min(0).max(300).default(60),
});

const shape = z.object({
  ...processConfig,
  ...operationConfig,
  ...studioConfig,
  ...cacheConfig,
  ...incomingTraceConfig,
  VIEWER_PRIVATE_JWK: jsonText(privateJwk),
  OIDC_ISSUERS: jsonText(z.array(openIdIssuer).min(1)),
  GUEST_JWKS: jsonText(z.object({ keys: z.array(publicJwk).min(1) })),
  /** How old the list of revoked guest tokens may be before it is asked for again. */
  GUEST_REVOCATIONS_REFRESH_MS: milliseconds(2_000),
  /** How old it may become while it cannot be had; after that no guest token is believed. */
  GUEST_REVOCATIONS_MAX_AGE_MS: milliseconds(30_000),
  /** Subgraph -> base URL, or several where it has replicas; `/graphql` and `/health` are below it. */
  SUBGRAPH_URLS: jsonText(z.record(z.string(), z.union([httpUrl.transform((url) => [url]), z.array(httpUrl).min(1)]))),
  /** How many proxies of ours a request has passed, each of which added to X-Forwarded-For; what is beyond is not believed. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(8).default(0),
  /** Which engine executes query plans: our own, or Apollo's. */
  EXECUTION: z.enum(['cartograph', 'apollo']).default('cartograph'),
  CORS_ORIGINS: jsonText(z.array(httpUrl)).default([]),
  /** May pages of CORS_ORIGINS send cookies? The graph reads none; a proxy before it may want them. */
  CORS_CREDENTIALS: z.enum(['off', 'on']).default('off'),
  /** Request headers that pages may send beyond those the graph reads, as a JSON list. */
  CORS_HEADERS: jsonText(z.array(z.string().regex(/^[\w-]+$/))).default([]),
  /** Who may ask for the schema; everyone in development and nobody in production unless set. */
  INTROSPECTION: z.enum(['everyone', 'staff', 'nobody']).optional(),
  MEDIA_ORIGIN: httpUrl.optional(),
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_024).default(64),
  SUBGRAPH_CONNECT_TIMEOUT_MS: milliseconds(2_000),
  SUBGRAPH_TIMEOUT_MS: milliseconds(10_000),
  DRAIN_LIMIT_MS: milliseconds(20_000),
  ...limitSettings,
});

export type GatewayConfig = z.output<typeof shape>;
export type OpenIdIssuer = z.output<typeof openIdIssuer>;

/** Reads the gateway's configuration. Throws BadConfig with every problem at once. */
export const readGatewayConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewayConfig => parseConfig(shape.superRefine(checkOperationConfig).superRefine(checkStudioConfig), environment);

/**
 * @apollo/gateway sends anonymous metrics to Apollo unless this variable is set before it is constructed: nothing
 * leaves this process that its operator did not ask for, however it was started.
 */
export const silenceApolloTelemetry = (): void => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
};
