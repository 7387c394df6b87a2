import type { SubgraphSource } from '@cartograph/composition';
import type { DocumentNode } from 'graphql';
import type { Position } from './location-index.ts';

/** A subgraph's schema with its file; `document` is null when it does not parse. */
export interface SubgraphFile extends SubgraphSource {
  file: string;
  document: DocumentNode | null;
  positions: ReadonlyMap<string, Position>;
}

export interface MigrationFile {
  name: string;
  file: string;
  sql: string;
  /** The Prisma schema as it was when the migration was written; null when no copy lies beside it. */
  schema: string | null;
}

export interface DatabaseFiles {
  name: string;
  file: string;
  schema: string;
  /** Oldest first. */
  migrations: MigrationFile[];
}

/** The graph at one moment, as its files say. */
export interface GraphState {
  label: string;
  subgraphs: SubgraphFile[];
  databases: DatabaseFiles[];
  files: ReadonlyMap<string, string>;
}
