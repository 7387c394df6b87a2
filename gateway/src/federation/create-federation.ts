import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { guardGateway } from '../access/guard-gateway.ts';
import { guardSupergraph } from '../access/guarded-supergraph.ts';
import { createNodeSubgraph } from '../node/node-subgraph.ts';
import { supergraphSource } from '../supergraph-source.ts';
import { traceExecution } from '../telemetry/trace-execution.ts';
import { apolloFederation } from './apollo-federation.ts';
import { cartographFederation } from './cartograph-federation.ts';
import type { FederationParts } from './engine-parts.ts';

const engines = { apollo: apolloFederation, cartograph: cartographFederation };

/** The graph behind Apollo Server, by the engine that EXECUTION names. */
export const createFederation = (parts: FederationParts): GatewayInterface => {
  const { config, logger, subgraphs, cache } = parts;
  const source = supergraphSource(config, logger);
  const { supergraph, rulesOf } = guardSupergraph(source);
  cache?.governBy(rulesOf);
  const engine = engines[config.EXECUTION]({ ...parts, supergraph, node: createNodeSubgraph(subgraphs) });
  if (source.onServing) engine.onSchemaLoadOrUpdate(source.onServing);
  return traceExecution(guardGateway(engine, rulesOf));
};
