import type { DocumentNode } from 'graphql';

/** The schema of one subgraph as its author wrote it. */
export interface SubgraphSource {
  name: string;
  sdl: string;
}

/** A parsed subgraph, as composition takes it. */
export interface Subgraph {
  name: string;
  url: string;
  typeDefs: DocumentNode;
}

/** Where a subgraph is, as far as the committed supergraph says: nowhere. The gateway's configuration knows. */
export const placeholderUrl = (name: string): string => `http://${name}.subgraph.local/graphql`;
