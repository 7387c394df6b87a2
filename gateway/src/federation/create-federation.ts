import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { createNodeSubgraph } from '../node/node-subgraph.ts';
import { supergraphFile } from '../supergraph-file.ts';
import { apolloFederation } from './apollo-federation.ts';
import { cartographFederation } from './cartograph-federation.ts';
import type { FederationParts } from './engine-parts.ts';

const engines = { apollo: apolloFederation, cartograph: cartographFederation };

/** The graph behind Apollo Server, by the engine that EXECUTION names. */
export const createFederation = (parts: FederationParts): GatewayInterface => {
  const { config, logger, subgraphs } = parts;
  const isWatched = config.NODE_ENV !== 'production';
  const supergraph = supergraphFile({ path: config.SUPERGRAPH_PATH, isWatched, logger });
  return engines[config.EXECUTION]({ ...parts, supergraph, node: createNodeSubgraph(subgraphs) });
};
