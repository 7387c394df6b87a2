import type { StageSettings } from '../stages.ts';
import { type Subgraph, subgraphs, type WorkloadName } from './subgraphs.ts';

/** Where every container listens. */
export const containerPort = 4_000;

/** The header in which CloudFront tells who asks. */
export const clientAddressHeader = 'x-cartograph-client';

/** The header in which API Gateway tells the id of a request. */
export const requestIdHeader = 'x-request-id';

/** Where the load balancer listens for the gateway's requests to subgraphs. */
export const subgraphPort = 8_443;

/** Names that only exist inside the network. */
export const internalDomain = ({ domain }: StageSettings): string => `internal.${domain.name}`;

/** The name a workload has inside the network. */
export const internalHost = (stage: StageSettings, workload: WorkloadName): string =>
  `${workload}.${internalDomain(stage)}`;

/** Where the gateway finds a subgraph. */
export const subgraphUrl = (stage: StageSettings, subgraph: Subgraph): string =>
  `https://${internalHost(stage, subgraph)}:${subgraphPort}`;

/** SUBGRAPH_URLS of the gateway. */
export const subgraphUrls = (stage: StageSettings): Record<string, string> =>
  Object.fromEntries(subgraphs.map((subgraph) => [subgraph, subgraphUrl(stage, subgraph)]));
