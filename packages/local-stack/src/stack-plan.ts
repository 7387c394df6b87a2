import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { busName, type ConsumerName, consumerRoutes, type SubgraphName, subgraphNames } from '@cartograph/events';
import { type Bundles, bundledProgram } from './bundled-programs.ts';
import { busyMiB, type PartSpec } from './part.ts';
import type { StackPorts } from './stack-ports.ts';
import type { StackSecrets } from './stack-secrets.ts';

/** The project's root folder. */
export const projectRoot: string = fileURLToPath(new URL('../../../', import.meta.url));

/** A place where one part calls another; tests put a proxy there. */
export type Edge = { from: string; to: 'event-bridge' | 'sqs' | 'payment-provider' | SubgraphName };

export type StackOptions = {
  /** Where everything is kept; made if missing. */
  dataDir: string;
  /** The gateway's port; 0 takes a free one. */
  gatewayPort: number;
  /** How many processes of a subgraph; 1 when absent. */
  replicas?: Partial<Record<SubgraphName, number>>;
  mode: 'development' | 'test' | 'production';
  /** Runs the gateway and the subgraphs from their bundles instead of their sources. */
  bundles?: Bundles;
  /** Whether processes send their traces to the page that shows them. */
  hasTraces: boolean;
  supergraphPath?: string;
  /** Settings of single parts beyond what the stack gives them, by subgraph name, `gateway` or `sandbox-provider`. */
  settings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Replaces the address one part is given for another. */
  route?: (edge: Edge, url: string) => string | Promise<string>;
};

/** Everything that is known before the first part starts. */
export type StackFacts = {
  options: StackOptions;
  ports: StackPorts;
  secrets: StackSecrets;
  /** Connects as the server's superuser: for tests and repair, never for a part. */
  superuserUrl: string;
  databaseUrls: Readonly<Record<string, string>>;
  eventBridgeUrl: string;
  sqsUrl: string;
};

const at = (port: number | undefined): string => `http://127.0.0.1:${port}`;

/** The names of a subgraph's processes: `product`, or `product-1`, `product-2` ... */
export const replicaNames = (subgraph: SubgraphName, replicas: StackOptions['replicas']): string[] => {
  const count = replicas?.[subgraph] ?? 1;
  return count === 1 ? [subgraph] : Array.from({ length: count }, (_, index) => `${subgraph}-${index + 1}`);
};

/** The names of everything that listens on a port of its own. */
export const listenerNames = (options: StackOptions): string[] => [
  'postgres',
  'event-bridge',
  'sqs',
  'smtp',
  'mailbox',
  'traces',
  'sandbox-provider',
  ...subgraphNames.flatMap((subgraph) => replicaNames(subgraph, options.replicas)),
];

const route = async (facts: StackFacts, edge: Edge, url: string): Promise<string> =>
  (await facts.options.route?.(edge, url)) ?? url;

const common = (facts: StackFacts): Record<string, string> => ({
  NODE_ENV: facts.options.mode,
  LOG_LEVEL: 'info',
  // A bundle stands where nobody may write.
  ...(!facts.options.bundles && { NODE_COMPILE_CACHE: compileCache }),
  APOLLO_TELEMETRY_DISABLED: '1',
  ...(facts.options.hasTraces && {
    TELEMETRY: 'otlp',
    TELEMETRY_SIGNALS: 'traces',
    TELEMETRY_ENDPOINT: tracesUrl(facts),
  }),
});

/** Who a process is for the local cloud, which believes everybody. */
const aws = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

/** From its bundle or from its source. */
const programOf = ({ options: { bundles } }: StackFacts, service: string, source: string) =>
  bundles ? bundledProgram(bundles, service) : { program: join(projectRoot, source) };

const gatewayFolder = ({ bundles }: StackOptions): string =>
  bundles ? join(bundles.folder, 'gateway') : join(projectRoot, 'gateway');

/** Compiled code is shared by all data folders of a checkout: it depends on the sources alone. */
export const compileCache: string = join(projectRoot, 'node_modules/.cache/cartograph-compiled');

/** Where a person reads the mails that are sent here. */
export const mailboxUrl = (facts: StackFacts): string => at(facts.ports.mailbox);

/** Where a person looks at the last traces. */
export const tracesUrl = (facts: StackFacts): string => at(facts.ports.traces);

/** The gateway's own address, as clients see it. */
export const gatewayUrl = (facts: StackFacts): string => at(facts.ports.gateway);

/** The process that is EventBridge and SQS here. */
export const localCloudPart = (dataDir: string, ports: StackPorts, program: string): PartSpec => ({
  name: 'local-cloud',
  program,
  environment: {
    NODE_COMPILE_CACHE: compileCache,
    LOCAL_CLOUD_DATA_DIR: join(dataDir, 'local-cloud'),
    LOCAL_CLOUD_EVENTBRIDGE_PORT: String(ports['event-bridge']),
    LOCAL_CLOUD_SQS_PORT: String(ports.sqs),
    LOCAL_CLOUD_SMTP_PORT: String(ports.smtp),
    LOCAL_CLOUD_MAILBOX_PORT: String(ports.mailbox),
    LOCAL_CLOUD_TRACES_PORT: String(ports.traces),
  },
  readyUrl: `${at(ports['event-bridge'])}/ready`,
  logFile: join(dataDir, 'logs/local-cloud.log'),
});

/** The payment provider of the embedded default. */
export const providerPart = (facts: StackFacts): PartSpec => ({
  name: 'sandbox-provider',
  program: join(projectRoot, 'services/sandbox-provider/src/main.ts'),
  environment: {
    ...common(facts),
    PORT: String(facts.ports['sandbox-provider']),
    SANDBOX_DATA_DIR: join(facts.options.dataDir, 'sandbox-provider'),
    SANDBOX_API_KEY: facts.secrets.providerApiKey,
    ...facts.options.settings?.['sandbox-provider'],
  },
  readyUrl: `${at(facts.ports['sandbox-provider'])}/ready`,
  logFile: join(facts.options.dataDir, 'logs/sandbox-provider.log'),
});

/** One process of a subgraph. */
export const subgraphPart = async (facts: StackFacts, subgraph: SubgraphName, name: string): Promise<PartSpec> => {
  const port = facts.ports[name];
  return {
    name,
    ...programOf(facts, subgraph, `subgraphs/${subgraph}/src/main.ts`),
    youngMiB: busyMiB,
    environment: {
      ...common(facts),
      PORT: String(port),
      DATABASE_URL: facts.databaseUrls[subgraph] ?? '',
      VIEWER_JWKS: JSON.stringify(facts.secrets.viewerKeys.publicJwks),
      ...aws,
      EVENT_BUS_NAME: busName,
      AWS_ENDPOINT_URL_EVENTBRIDGE: await route(facts, { from: name, to: 'event-bridge' }, facts.eventBridgeUrl),
      AWS_ENDPOINT_URL_SQS: await route(facts, { from: name, to: 'sqs' }, facts.sqsUrl),
      ...queueVariables(facts, subgraph),
      ...(await ownVariables(facts, subgraph, name)),
      ...facts.options.settings?.[subgraph],
    },
    readyUrl: `${at(port)}/ready`,
    logFile: join(facts.options.dataDir, `logs/${name}.log`),
  };
};

/** The queue of a consumer; nothing for one that has none. */
const queueVariables = ({ sqsUrl }: StackFacts, consumer: ConsumerName): Record<string, string> => {
  const route = consumerRoutes().find((candidate) => candidate.consumer === consumer);
  const queueUrl = (queueName: string) => `${sqsUrl}/000000000000/${queueName}`;
  return route
    ? {
        EVENT_QUEUE_URL: queueUrl(route.queueName),
        EVENT_DEAD_LETTER_QUEUE_URL: queueUrl(route.deadLetterQueueName),
      }
    : {};
};

/** What one subgraph alone is told. */
const ownVariables = async (
  facts: StackFacts,
  subgraph: SubgraphName,
  name: string,
): Promise<Record<string, string>> => {
  const { secrets, ports } = facts;
  switch (subgraph) {
    case 'product':
      return { PUBLIC_MEDIA_URL: `${gatewayUrl(facts)}/media` };
    case 'order':
      return { GUEST_TOKEN_PRIVATE_JWK: JSON.stringify(secrets.guestKeys.privateJwk) };
    case 'user':
      return {
        GRAPH_URL: gatewayUrl(facts),
        OIDC_ISSUER: issuerUrl(facts),
        OIDC_AUDIENCE: audience,
        OIDC_SIGNING_KEYS: JSON.stringify({ keys: [secrets.identityKeys.privateJwk] }),
        IDENTITY_SECRET: secrets.identitySecret,
        MAIL_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
        MAIL_FROM: 'Cartograph <shop@cartograph.example>',
        // Everybody here comes from 127.0.0.1.
        THROTTLE_NETWORK_ALLOWANCE: '10000',
      };
    case 'payment':
      return {
        PAYMENT_PROVIDER_URL: await route(facts, { from: name, to: 'payment-provider' }, at(ports['sandbox-provider'])),
        PAYMENT_PROVIDER_API_KEY: secrets.providerApiKey,
      };
  }
};

const audience = 'cartograph';
const issuerUrl = ({ ports, options }: StackFacts): string =>
  at(ports[replicaNames('user', options.replicas)[0] ?? 'user']);

/** A gateway: the stack's own, or a further one with settings of its own. */
export const gatewayPart = async (
  facts: StackFacts,
  { name, settings = {} }: { name: string; settings?: Readonly<Record<string, string>> } = { name: 'gateway' },
): Promise<PartSpec> => {
  const { options, ports, secrets } = facts;
  const addresses = subgraphNames.map(async (subgraph) => {
    const names = replicaNames(subgraph, options.replicas);
    const urls = await Promise.all(
      names.map((name) => route(facts, { from: 'gateway', to: subgraph }, at(ports[name]))),
    );
    return [subgraph, urls.length === 1 ? urls[0] : urls] as const;
  });
  return {
    name,
    ...programOf(facts, 'gateway', 'gateway/src/main.ts'),
    youngMiB: busyMiB,
    environment: {
      ...common(facts),
      PORT: String(ports[name]),
      VIEWER_PRIVATE_JWK: JSON.stringify(secrets.viewerKeys.privateJwk),
      GUEST_JWKS: JSON.stringify(secrets.guestKeys.publicJwks),
      OIDC_ISSUERS: JSON.stringify([{ issuer: issuerUrl(facts), audience }]),
      SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(await Promise.all(addresses))),
      ...aws,
      AWS_ENDPOINT_URL_SQS: await route(facts, { from: 'gateway', to: 'sqs' }, facts.sqsUrl),
      ...queueVariables(facts, 'gateway'),
      SUPERGRAPH_PATH: options.supergraphPath ?? join(gatewayFolder(options), 'supergraph.graphql'),
      CORS_ORIGINS: JSON.stringify(['https://studio.apollographql.com']),
      MEDIA_ORIGIN: at(ports[replicaNames('product', options.replicas)[0] ?? 'product']),
      ...options.settings?.gateway,
      ...settings,
    },
    readyUrl: `${at(ports[name])}/ready`,
    logFile: join(options.dataDir, `logs/${name}.log`),
  };
};
