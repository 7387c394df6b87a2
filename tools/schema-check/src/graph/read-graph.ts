import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { nodeSubgraphName } from '@cartograph/composition';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { FileTree } from '../trees/file-tree.ts';
import type { DatabaseFiles, GraphState, MigrationFile, SubgraphFile } from './graph-state.ts';
import { indexLocations } from './location-index.ts';

/** What the files of a tree say of the graph. Without subgraph schemas they are taken from the supergraph. */
export const readGraph = ({ label, files }: FileTree): GraphState => {
  const written = matching(files, /^subgraphs\/([^/]+)\/schema\.graphql$/).map(({ names: [name = ''], file, text }) =>
    subgraphFile(name, file, text),
  );
  const subgraphs = written.length > 0 ? written : fromSupergraph(files.get('gateway/supergraph.graphql'));
  return { label, subgraphs, databases: readDatabases(files), files };
};

interface Match {
  names: string[];
  file: string;
  text: string;
}

/** The files whose path has this pattern, with what its groups matched. */
export const matching = (files: ReadonlyMap<string, string>, pattern: RegExp): Match[] =>
  [...files].flatMap(([file, text]) => {
    const match = pattern.exec(file);
    return match === null ? [] : [{ names: match.slice(1), file, text }];
  });

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

const readDatabases = (files: ReadonlyMap<string, string>): DatabaseFiles[] =>
  matching(files, /^prisma\/([^/]+)\/schema\.prisma$/).map(({ names: [name = ''], file, text }) => ({
    name,
    file,
    schema: text,
    migrations: readMigrations(files, name),
  }));

const readMigrations = (files: ReadonlyMap<string, string>, database: string): MigrationFile[] =>
  matching(files, new RegExp(`^prisma/${database}/migrations/([^/]+)/migration\\.sql$`))
    .map(({ names: [name = ''], file, text }) => ({
      name,
      file,
      sql: text,
      schema: files.get(`prisma/${database}/migrations/${name}/schema.prisma`) ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
