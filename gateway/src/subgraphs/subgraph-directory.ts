import type { Logger } from '@cartograph/telemetry';
import { createViewerSigner } from '@cartograph/viewer';
import type { GatewayConfig } from '../config.ts';
import { type Addresses, openAddresses } from './addresses.ts';
import { type AskAlone, createAskAlone } from './ask-alone.ts';
import { type AskSubgraph, createAskSubgraph, createReachSubgraph, type ReachSubgraph } from './ask-subgraph.ts';
import { resilienceOf } from './resilience-settings.ts';

/** Every subgraph the configuration knows an address of. */
export type SubgraphDirectory = {
  readonly names: readonly string[];
  /** Throws for a subgraph that has no address: a supergraph that needs it must not be loaded. */
  ask: (name: string) => AskSubgraph;
  /** The same, for operations that are JSON already. */
  reach: (name: string) => ReachSubgraph;
  /** Asks in the gateway's own name; null for a subgraph that has no address. */
  askAlone: (name: string) => AskAlone | null;
  /** True when one of its addresses answers its health check. */
  isReachable: (name: string) => Promise<boolean>;
  close: () => Promise<void>;
};

export const createSubgraphDirectory = (config: GatewayConfig, logger: Logger): SubgraphDirectory => {
  const signViewer = createViewerSigner({ privateJwk: config.VIEWER_PRIVATE_JWK });
  const subgraphs = new Map(
    Object.entries(config.SUBGRAPH_URLS).map(([name, urls]) => {
      const resilience = resilienceOf(config, name);
      const addresses = openAddresses({ name, urls, resilience, logger });
      const subgraph = { name, addresses, signViewer, timeoutMs: resilience.timeoutMs };
      const askers = { ask: createAskSubgraph(subgraph), reach: createReachSubgraph(subgraph) };
      return [name, { addresses, ...askers, askAlone: createAskAlone(subgraph) }];
    }),
  );
  const find = (name: string) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`SUBGRAPH_URLS has no address of subgraph "${name}"`);
    return subgraph;
  };
  return {
    names: [...subgraphs.keys()].sort(),
    ask: (name) => find(name).ask,
    reach: (name) => find(name).reach,
    askAlone: (name) => subgraphs.get(name)?.askAlone ?? null,
    isReachable: (name) => isHealthy(find(name).addresses),
    close: async () => {
      await Promise.all([...subgraphs.values()].map(({ addresses }) => addresses.close()));
    },
  };
};

const healthTimeoutMs = 2_000;

const isHealthy = async (addresses: Addresses): Promise<boolean> => {
  const checks = addresses.all.map(async (replica) => {
    const signal = AbortSignal.timeout(healthTimeoutMs);
    const { statusCode, body } = await replica.request({ method: 'GET', path: '/health', signal });
    await body.dump();
    if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
  });
  return Promise.any(checks).then(
    () => true,
    () => false,
  );
};
