/** In the order in which a release goes through them. */
export const stageNames = ['dev', 'staging', 'prod'] as const;

export type StageName = (typeof stageNames)[number];

/** Everything by which one stage differs from another. */
export type StageSettings = {
  name: StageName;
  account: string;
  region: string;
  /** The shop is at this name, the machines' names are below `internal.` of it. */
  domain: { name: string; hostedZoneId: string };
  network: {
    zones: number;
    /** Ways out to the internet (the payment provider, above all), one in each of so many zones. */
    natGateways: number;
    /** Doors to AWS inside the network. Each costs by the hour and zone: they pay once a lot goes through them. */
    interfaceEndpoints: boolean;
  };
  database: {
    /** `shared`: one cluster holds all databases; `own`: each subgraph has a cluster of its own. */
    clusters: 'shared' | 'own';
    /** Aurora capacity units, about 2 GiB of memory each. */
    capacity: { min: number; max: number };
    /** Instances that only read, and of which one takes over when the writer fails. */
    readers: number;
    backupDays: number;
    rotateAfterDays: number;
  };
  cache: { nodeType: string; replicas: number };
  /** The archive of the bus. The inboxes remember events for longer (INBOX_KEEP_DAYS). */
  archiveDays: number;
  workloads: { cpu: number; memoryMiB: number; minTasks: number; maxTasks: number };
  logDays: number;
  /** The share of traces that is recorded, from 0 to 1: X-Ray costs by the trace. */
  traceRatio: number;
  /** Whether what holds the shop's memory (databases, buckets, users) outlives its stack. */
  isKept: boolean;
  /** Requests of one address in five minutes, before it is refused. */
  requestsPerAddress: number;
  /** How often the canary buys which article, and how it pays: by a token that charges nobody. */
  canary: { minutes: number; variantId: string; paymentMethodToken: string };
  /** Whether a person must agree before the pipeline deploys here. */
  needsApproval: boolean;
  /** Who is written to when an alarm goes off. */
  alertEmail: string;
};

/** The account from which everything else is deployed. */
export const tools = {
  account: '444444444444',
  region: 'eu-central-1',
  /** As CodeConnections and GitHub call the repository. */
  repository: { owner: 'cartograph-example', name: 'cartograph', branch: 'main' },
  connectionArn: 'arn:aws:codeconnections:eu-central-1:444444444444:connection/00000000-0000-0000-0000-000000000000',
} as const;

/** The one place where stages differ. Accounts, zones and domains are examples: put yours in, also in cdk.context.json. */
export const stages: Readonly<Record<StageName, StageSettings>> = {
  dev: {
    name: 'dev',
    account: '111111111111',
    region: 'eu-central-1',
    domain: { name: 'dev.cartograph.example', hostedZoneId: 'Z0000000000000000DEV' },
    network: { zones: 2, natGateways: 1, interfaceEndpoints: false },
    database: { clusters: 'shared', capacity: { min: 0.5, max: 4 }, readers: 0, backupDays: 1, rotateAfterDays: 30 },
    cache: { nodeType: 'cache.t4g.micro', replicas: 1 },
    archiveDays: 7,
    workloads: { cpu: 256, memoryMiB: 512, minTasks: 1, maxTasks: 2 },
    logDays: 7,
    traceRatio: 1,
    isKept: false,
    requestsPerAddress: 2_000,
    canary: { minutes: 60, variantId: '', paymentMethodToken: 'tok_approve' },
    needsApproval: false,
    alertEmail: 'dev@cartograph.example',
  },
  staging: {
    name: 'staging',
    account: '222222222222',
    region: 'eu-central-1',
    domain: { name: 'staging.cartograph.example', hostedZoneId: 'Z00000000000000STAGE' },
    network: { zones: 2, natGateways: 1, interfaceEndpoints: false },
    database: { clusters: 'shared', capacity: { min: 0.5, max: 8 }, readers: 1, backupDays: 7, rotateAfterDays: 30 },
    cache: { nodeType: 'cache.t4g.small', replicas: 1 },
    archiveDays: 14,
    workloads: { cpu: 512, memoryMiB: 1_024, minTasks: 2, maxTasks: 4 },
    logDays: 30,
    traceRatio: 1,
    isKept: false,
    requestsPerAddress: 2_000,
    canary: { minutes: 15, variantId: '', paymentMethodToken: 'tok_approve' },
    needsApproval: false,
    alertEmail: 'staging@cartograph.example',
  },
  prod: {
    name: 'prod',
    account: '333333333333',
    region: 'eu-central-1',
    domain: { name: 'shop.cartograph.example', hostedZoneId: 'Z000000000000000PROD' },
    network: { zones: 3, natGateways: 3, interfaceEndpoints: true },
    database: { clusters: 'own', capacity: { min: 1, max: 16 }, readers: 1, backupDays: 35, rotateAfterDays: 30 },
    cache: { nodeType: 'cache.m7g.large', replicas: 2 },
    archiveDays: 21,
    workloads: { cpu: 1_024, memoryMiB: 2_048, minTasks: 3, maxTasks: 24 },
    logDays: 90,
    traceRatio: 0.05,
    isKept: true,
    requestsPerAddress: 2_000,
    canary: { minutes: 5, variantId: '', paymentMethodToken: 'tok_approve' },
    needsApproval: true,
    alertEmail: 'oncall@cartograph.example',
  },
};
