import type { Logger } from '@cartograph/telemetry';
import type { GatewayConfig } from './config.ts';
import { uplinkSupergraph } from './studio/uplink-supergraph.ts';
import { type SupergraphSource, supergraphFile } from './supergraph-file.ts';

/** Where the supergraph comes from, as SUPERGRAPH_SOURCE says. That what it needs is set, the configuration has checked. */
export const supergraphSource = (config: GatewayConfig, logger: Logger): SupergraphSource => {
  const { APOLLO_KEY: key = '', APOLLO_GRAPH_REF: graphRef = '', SUPERGRAPH_PATH: path = '' } = config;
  if (config.SUPERGRAPH_SOURCE === 'uplink') return uplinkSupergraph({ key, graphRef, config, logger });
  return supergraphFile({ path, isWatched: config.NODE_ENV !== 'production', logger });
};
