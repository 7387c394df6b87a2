import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edge, loadDemo, projectRoot, type Stack, type StackOptions, startStack } from '@cartograph/local-stack';
import { generatePrismaClients } from '@cartograph/prisma-clients';
import { triedEngine } from './config.ts';
import { createStorefront, type Storefront } from './storefront.ts';
import { startTap, type Tap } from './tap.ts';

export type SupergraphOptions = {
  replicas?: StackOptions['replicas'];
  settings?: StackOptions['settings'];
  /** Loads the demo catalogue and accounts. */
  hasDemo?: boolean;
  /** Has every process send its traces to the page of the local cloud. */
  hasTraces?: boolean;
  /** Which edges get a tap, by `from>to`, e.g. `payment>payment-provider`; `from` may be `*`. */
  taps?: readonly string[];
  supergraphPath?: string;
  /** Runs the gateway and the subgraphs as they are deployed: from their bundles, in production's mode. */
  bundles?: StackOptions['bundles'];
};

/** The real stack on a folder of its own, for one test file. */
export type Supergraph = {
  readonly stack: Stack;
  readonly url: string;
  /** A client with nothing but the public address. */
  readonly storefront: Storefront;
  /** The tap on an edge, e.g. `payment>payment-provider`; throws when there is not exactly one. */
  tap: (edge: string) => Tap;
  /** The taps on an edge, one for each address behind it. */
  taps: (edge: string) => Tap[];
  stop: () => Promise<void>;
};

const withEngine = (settings: NonNullable<StackOptions['settings']> = {}): NonNullable<StackOptions['settings']> =>
  triedEngine === undefined ? settings : { ...settings, gateway: { EXECUTION: triedEngine, ...settings.gateway } };

/** Starts the whole stack as `start` does, on free ports and a temporary folder that goes with it. */
export const startSupergraph = async (options: SupergraphOptions = {}): Promise<Supergraph> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cartograph-e2e-'));
  const laid: { edge: string; tap: Tap }[] = [];
  await generatePrismaClients(projectRoot);
  const route = async (edge: Edge, url: string): Promise<string> => {
    const name = [`${edge.from}>${edge.to}`, `*>${edge.to}`].find((candidate) => options.taps?.includes(candidate));
    if (!name) return url;
    const tap = await startTap(url);
    laid.push({ edge: `${edge.from}>${edge.to}`, tap });
    return tap.url;
  };
  const stackOptions: StackOptions = {
    dataDir,
    gatewayPort: 0,
    mode: options.bundles ? 'production' : 'test',
    hasTraces: options.hasTraces === true,
    route,
    ...(options.replicas && { replicas: options.replicas }),
    settings: withEngine(options.settings),
    ...(options.bundles && { bundles: options.bundles }),
    ...(options.supergraphPath && { supergraphPath: options.supergraphPath }),
  };
  const tapsOn = (edge: string) => laid.filter((one) => one.edge === edge).map((one) => one.tap);
  const stack = await startStack(
    stackOptions,
    () => undefined,
    async (facts) => {
      if (options.hasDemo) await loadDemo(facts);
    },
  );
  return {
    stack,
    url: stack.url,
    storefront: createStorefront(stack.url),
    tap: (edge) => {
      const [tap, ...more] = tapsOn(edge);
      if (!tap || more.length > 0)
        throw new Error(`not exactly one tap on ${edge}; there are ${laid.map((one) => one.edge).join(', ')}`);
      return tap;
    },
    taps: tapsOn,
    stop: async () => {
      await stack.stop();
      await Promise.all(laid.map(({ tap }) => tap.close()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
