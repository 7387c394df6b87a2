import { checkTelemetryConfig, checkTogether, jsonText, parseConfig, processConfig } from '@cartograph/config';
import { z } from 'zod';
import { proxyConfig } from './behind-proxies.ts';
import { cacheConfig, checkCacheConfig } from './cache/cache-config.ts';
import { limitSettings } from './limits/limit-settings.ts';
import { checkOperationConfig, operationConfig } from './operations/operation-config.ts';
import { checkStudioConfig, studioConfig } from './studio/studio-config.ts';
import { resilienceConfig } from './subgraphs/resilience-settings.ts';
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

/** Every variable of the process; docs/config.md is made from it. */
export const configShape = z.object({
  ...processConfig,
  ...operationConfig,
  ...proxyConfig,
  ...studioConfig,
  ...cacheConfig,
  ...incomingTraceConfig,
  VIEWER_PRIVATE_JWK: jsonText(privateJwk).describe('Signs, for subgraphs, who asks (Ed25519). A secret.'),
  OIDC_ISSUERS: jsonText(z.array(openIdIssuer).min(1)).describe(
    'OpenID providers whose access tokens are believed: a list of `issuer`, `audience` and, where needed, `jwksUrl`, `userIdClaim`, `rolesClaim`, `clockToleranceSeconds`.',
  ),
  GUEST_JWKS: jsonText(z.object({ keys: z.array(publicJwk).min(1) })).describe(
    'The public keys by which tokens of guests are verified.',
  ),
  GUEST_REVOCATIONS_REFRESH_MS: milliseconds(2_000).describe(
    'How old the list of revoked guest tokens may be before it is asked for again.',
  ),
  GUEST_REVOCATIONS_MAX_AGE_MS: milliseconds(30_000).describe(
    'How old it may become while it cannot be had; after that no guest token is believed.',
  ),
  SUBGRAPH_URLS: jsonText(
    z.record(z.string(), z.union([httpUrl.transform((url) => [url]), z.array(httpUrl).min(1)])),
  ).describe('Subgraph -> base URL, or several where it has replicas; `/graphql` and `/health` are below it.'),
  TRUSTED_PROXY_HOPS: z.coerce
    .number()
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe(
      'How many proxies of ours a request has passed, each of which added to X-Forwarded-For; what is beyond is not believed.',
    ),
  EXECUTION: z
    .enum(['cartograph', 'apollo'])
    .default('cartograph')
    .describe("Which engine executes query plans: our own, or Apollo's."),
  CORS_ORIGINS: jsonText(z.array(httpUrl)).default([]).describe('The origins whose pages may call the graph.'),
  CORS_CREDENTIALS: z
    .enum(['off', 'on'])
    .default('off')
    .describe('May pages of CORS_ORIGINS send cookies? The graph reads none; a proxy before it may want them.'),
  CORS_HEADERS: jsonText(z.array(z.string().regex(/^[\w-]+$/)))
    .default([])
    .describe('Request headers that pages may send beyond those the graph reads, as a JSON list.'),
  INTROSPECTION: z
    .enum(['everyone', 'staff', 'nobody'])
    .optional()
    .describe('Who may ask for the schema; everyone in development and nobody in production unless set.'),
  MEDIA_ORIGIN: httpUrl
    .optional()
    .describe('Where pictures are fetched from that are served below `/media`; not served when absent.'),
  ...resilienceConfig,
  DRAIN_NOTICE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(600_000)
    .default(0)
    .describe(
      'How long a process that is told to stop still answers what is new while `/ready` says 503: longer than a load balancer takes to notice.',
    ),
  DRAIN_LIMIT_MS: milliseconds(20_000).describe('How long requests in flight are waited for at a stop.'),
  ...limitSettings,
});

export type GatewayConfig = z.output<typeof configShape>;
export type OpenIdIssuer = z.output<typeof openIdIssuer>;

/** Reads the gateway's configuration. Throws BadConfig with every problem at once. */
export const readGatewayConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewayConfig =>
  parseConfig(
    checkTogether(configShape, checkTelemetryConfig, checkOperationConfig, checkStudioConfig, checkCacheConfig),
    environment,
  );

/**
 * @apollo/gateway sends anonymous metrics to Apollo unless this variable is set before it is constructed: nothing
 * leaves this process that its operator did not ask for, however it was started.
 */
export const silenceApolloTelemetry = (): void => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
};
