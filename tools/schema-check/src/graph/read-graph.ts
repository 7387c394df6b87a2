import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { nodeSubgraphName } from '@cartograph/composition';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { FileTree } from '../trees/file-tree.ts';
import type { GraphState, SubgraphFile } from './graph-state.ts';
import { indexLocations } from './location-index.ts';
import { matching } from './matching-files.ts';
import { readDatabases } from './read-databases.ts';

/** What the files of a tree say of the graph. Without subgraph schemas they are taken from the supergraph. */
export const readGraph = ({ label, files }: FileTree): GraphState => {
  const written = matching(files, /^subgraphs\/([^/]+)\/schema\.graphql$/).map(({ names: [name = ''], file, text }) =>
    subgraphFile(name, file, text),
  );
  const subgraphs = written.length > 0 ? written : fromSupergraph(files.get('gateway/supergraph.graphql'));
  return { label, subgraphs, databases: readDatabases(files), files };
};

const subgraphFile = (name: string, file: string, sdl: string): SubgraphFile => {
  const document = parseOrNull(sdl);
  return { name, file, sdl, document, positions: document === null ? new Map() : indexLocations(document) };
};

const parseOrNull = (sdl: string): DocumentNode | null => {
  try {
    return parse(sdl);
  } catch (error) {
    // Composition tells it, with the place.
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};

const fromSupergraph = (sdl: string | undefined): SubgraphFile[] => {
  if (sdl === undefined) return [];
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return [...supergraph.subgraphs()]
    .filter(({ name }) => name !== nodeSubgraphName)
    .map((subgraph) => subgraphFile(subgraph.name, 'gateway/supergraph.graphql', subgraph.toString()));
};
