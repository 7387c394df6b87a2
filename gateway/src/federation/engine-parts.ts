import type { Logger } from '@cartograph/telemetry';
import type { SupergraphReading } from '../access/read-supergraph.ts';
import type { GatewayCache } from '../cache/create-cache.ts';
import type { OpenedCache } from '../cache/open-cache.ts';
import type { GatewayConfig } from '../config.ts';
import type { NodeSubgraph } from '../node/node-subgraph.ts';
import type { Operations } from '../operations/open-operations.ts';
import type { SubgraphDirectory } from '../subgraphs/subgraph-directory.ts';
import type { supergraphFile } from '../supergraph-file.ts';

export type FederationParts = {
  config: GatewayConfig;
  logger: Logger;
  subgraphs: SubgraphDirectory;
  cache: GatewayCache | null;
  mutated: OpenedCache['mutated'];
  operations: Pick<Operations, 'published'>;
};

/** What an engine is made of, whichever it is. */
export type EngineParts = FederationParts & {
  supergraph: ReturnType<typeof supergraphFile>;
  readingOf: (executableSdl: string) => SupergraphReading;
  node: NodeSubgraph;
};
