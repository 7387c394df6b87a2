import { jsonText } from '@cartograph/config';
import { z } from 'zod';

/** How one subgraph is asked; for docs/resilience.md and the configuration. */
export const resilienceTable = {
  connections: {
    variable: 'SUBGRAPH_CONNECTIONS',
    byDefault: 64,
    max: 1_024,
    says: 'Connections to one address of a subgraph.',
  },
  connectTimeoutMs: {
    variable: 'SUBGRAPH_CONNECT_TIMEOUT_MS',
    byDefault: 2_000,
    max: 600_000,
    says: 'How long a connection to a subgraph may take.',
  },
  timeoutMs: {
    variable: 'SUBGRAPH_TIMEOUT_MS',
    byDefault: 10_000,
    max: 600_000,
    says: 'How long a subgraph may take to answer, retries included.',
  },
  patiencePercent: {
    variable: 'SUBGRAPH_PATIENCE_PERCENT',
    byDefault: 30,
    max: 100,
    says: 'How much of that time a query waits for one address before it is sent to another as well.',
  },
  concurrency: {
    variable: 'SUBGRAPH_CONCURRENCY',
    byDefault: 256,
    max: 65_536,
    says: 'Requests that may be with one subgraph at once.',
  },
  retryPercent: {
    variable: 'SUBGRAPH_RETRY_PERCENT',
    byDefault: 10,
    max: 100,
    says: 'Retries for each hundred requests to a subgraph.',
  },
  breakerCalls: {
    variable: 'SUBGRAPH_BREAKER_CALLS',
    byDefault: 20,
    max: 10_000,
    says: 'The last calls of an address by which it is judged.',
  },
  breakerPercent: {
    variable: 'SUBGRAPH_BREAKER_PERCENT',
    byDefault: 50,
    max: 99,
    says: 'How many in a hundred of them may fail before it is left alone.',
  },
  breakerOpenMs: {
    variable: 'SUBGRAPH_BREAKER_OPEN_MS',
    byDefault: 5_000,
    max: 600_000,
    says: 'How long an address that failed is left alone.',
  },
  breakerOpenMostMs: {
    variable: 'SUBGRAPH_BREAKER_OPEN_MOST_MS',
    byDefault: 60_000,
    max: 3_600_000,
    says: 'Until where that time doubles while whoever tries it out fails.',
  },
} as const;

type Setting = keyof typeof resilienceTable;
type Variable = (typeof resilienceTable)[Setting]['variable'];

/** The settings of one subgraph. */
export type Resilience = { readonly [Name in Setting]: number };

const settings = Object.keys(resilienceTable) as Setting[];
const whole = (name: Setting) => z.coerce.number().int().min(1).max(resilienceTable[name].max);

const forAll = Object.fromEntries(
  settings.map((name) => [
    resilienceTable[name].variable,
    whole(name).default(resilienceTable[name].byDefault).describe(resilienceTable[name].says),
  ]),
) as Record<Variable, z.ZodDefault<z.ZodCoercedNumber>>;

const forOne = z.strictObject(
  Object.fromEntries(settings.map((name) => [name, whole(name).optional()])) as Record<
    Setting,
    z.ZodOptional<z.ZodCoercedNumber>
  >,
);

export const resilienceConfig = {
  ...forAll,
  SUBGRAPH_SETTINGS: jsonText(z.record(z.string(), forOne))
    .default({})
    .describe('What is different for one subgraph, such as `{"payment":{"timeoutMs":20000}}`; see resilience.md.'),
};

type ResilienceConfig = Readonly<Record<Variable, number>> & {
  readonly SUBGRAPH_SETTINGS: Readonly<Record<string, { readonly [Name in Setting]?: number | undefined }>>;
};

/** The settings of a subgraph: its own, and those of all for the rest. */
export const resilienceOf = (config: ResilienceConfig, subgraph: string): Resilience => {
  const own = config.SUBGRAPH_SETTINGS[subgraph] ?? {};
  return Object.fromEntries(
    settings.map((name) => [name, own[name] ?? config[resilienceTable[name].variable]]),
  ) as Resilience;
};
