import type { StageSettings } from '../stages.ts';
import { clientAddressHeader, containerPort, requestIdHeader, subgraphUrl, subgraphUrls } from './addresses.ts';
import { poolSize } from './connections.ts';
import type { Subgraph } from './subgraphs.ts';

type Variables = Record<string, string>;

/** What every process is told. Traces and metrics go to the collector that runs beside it. */
export const processVariables = ({ traceRatio }: Pick<StageSettings, 'traceRatio'>): Variables => ({
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PORT: String(containerPort),
  LOG_LEVEL: 'info',
  TELEMETRY: 'otlp',
  TELEMETRY_ENDPOINT: 'http://127.0.0.1:4318',
  TELEMETRY_SAMPLING_RATIO: String(traceRatio),
  // RDS is signed by an authority of its own, which the image brings along.
  NODE_EXTRA_CA_CERTS: '/etc/ssl/certs/rds-global-bundle.pem',
});

export type Queues = { url: string; deadLettersUrl: string };

export type GatewayFacts = { stage: StageSettings; issuers: string; queues: Queues; redisUrl: string };

/** The gateway's settings that are no secret. */
export const gatewayVariables = ({ stage, issuers, queues, redisUrl }: GatewayFacts): Variables => ({
  ...processVariables(stage),
  APOLLO_TELEMETRY_DISABLED: '1',
  AWS_REGION: stage.region,
  ...queueVariables(queues),
  REDIS_URL: redisUrl,
  OIDC_ISSUERS: issuers,
  SUBGRAPH_URLS: JSON.stringify(subgraphUrls(stage)),
  SUPERGRAPH_PATH: '/app/supergraph.graphql',
  CORS_ORIGINS: JSON.stringify([`https://${stage.domain.name}`, 'https://studio.apollographql.com']),
  MEDIA_ORIGIN: subgraphUrl(stage, 'product'),
  // Nobody reaches the gateway past CloudFront and API Gateway, each of which writes its header over what a client sent.
  CLIENT_ADDRESS_HEADER: clientAddressHeader,
  TELEMETRY_REQUEST_ID_HEADER: requestIdHeader,
  DRAIN_LIMIT_MS: '20000',
});

export type SubgraphFacts = {
  stage: StageSettings;
  subgraph: Subgraph;
  databaseUrl: string;
  busName: string;
  /** Absent for a subgraph that reacts to nothing. */
  queues?: Queues;
  redisUrl: string;
  notificationsUrl: string;
};

/** A subgraph's settings that are no secret. */
export const subgraphVariables = (facts: SubgraphFacts): Variables => {
  const { stage, databaseUrl, busName, queues } = facts;
  return {
    ...processVariables(stage),
    AWS_REGION: stage.region,
    EVENT_BUS_NAME: busName,
    ...(queues && queueVariables(queues)),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(poolSize),
    ...ownVariables(facts),
  };
};

const queueVariables = ({ url, deadLettersUrl }: Queues): Variables => ({
  EVENT_QUEUE_URL: url,
  EVENT_DEAD_LETTER_QUEUE_URL: deadLettersUrl,
});

const ownVariables = ({ stage, subgraph, redisUrl, notificationsUrl }: SubgraphFacts): Variables => {
  switch (subgraph) {
    case 'product':
      return { PUBLIC_MEDIA_URL: `https://${stage.domain.name}/media` };
    case 'user':
      return {
        // By the public door, like everybody else: what it may read there is said by its token.
        GRAPH_URL: `https://${stage.domain.name}`,
        OIDC_ISSUER: ownIssuer(stage),
        OIDC_AUDIENCE: ownAudience,
        MAIL_FROM: `Cartograph <shop@${stage.domain.name}>`,
        REDIS_URL: redisUrl,
        NOTIFICATIONS_QUEUE_URL: notificationsUrl,
      };
    case 'order':
    case 'payment':
      return {};
  }
};

/** The issuer that the user subgraph is, beside Cognito: for `signIn` and for machines of the shop itself. */
export const ownIssuer = ({ domain }: StageSettings): string => `https://${domain.name}/identity`;
export const ownAudience = 'cartograph';

/** OIDC_ISSUERS of the gateway: the pool by each of its clients, and the user subgraph. */
export const issuersOf = (stage: StageSettings, pool: { issuer: string; clientIds: readonly string[] }) => [
  ...pool.clientIds.map((audience) => ({ issuer: pool.issuer, audience })),
  {
    issuer: ownIssuer(stage),
    audience: ownAudience,
    jwksUrl: `${subgraphUrl(stage, 'user')}/.well-known/jwks.json`,
  },
];
