import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { CostRules } from '@cartograph/graph-limits';
import { guardGateway } from '../access/guard-gateway.ts';
import { guardSupergraph } from '../access/guarded-supergraph.ts';
import { tellOfMutations } from '../cache/tell-of-mutations.ts';
import { createNodeSubgraph } from '../node/node-subgraph.ts';
import { supergraphSource } from '../supergraph-source.ts';
import { traceExecution } from '../telemetry/trace-execution.ts';
import { apolloFederation } from './apollo-federation.ts';
import { cartographFederation } from './cartograph-federation.ts';
import type { FederationParts } from './engine-parts.ts';

const engines = { apollo: apolloFederation, cartograph: cartographFederation };

export type Federation = {
  readonly gateway: GatewayInterface;
  /** What a supergraph that was handed to the engine says of costs. */
  readonly costsOf: (executableSdl: string) => CostRules;
};

/** The graph behind Apollo Server, by the engine that EXECUTION names. */
export const createFederation = (parts: FederationParts): Federation => {
  const { config, logger, subgraphs, cache, mutated } = parts;
  const source = supergraphSource(config, logger);
  const { supergraph, readingOf } = guardSupergraph(source);
  const rulesOf = (executableSdl: string) => readingOf(executableSdl).rules;
  cache?.governBy(rulesOf);
  const node = createNodeSubgraph(subgraphs);
  const engine = engines[config.EXECUTION]({ ...parts, supergraph, readingOf, node });
  engine.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => node.readOwners(readingOf(coreSupergraphSdl).owners));
  if (source.onServing) engine.onSchemaLoadOrUpdate(source.onServing);
  const told = mutated ? tellOfMutations(engine, mutated) : engine;
  const gateway = traceExecution(guardGateway(told, rulesOf));
  return { gateway, costsOf: (executableSdl) => readingOf(executableSdl).costs };
};
