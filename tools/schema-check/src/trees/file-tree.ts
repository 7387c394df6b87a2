/** The files of the graph at one moment: on the disk, at a commit, or in a published file. */
export interface FileTree {
  /** What people call it, e.g. `the working tree` or `main (3f2a91c)`. */
  label: string;
  /** Path relative to the root -> content, of every file that the checks read. */
  files: ReadonlyMap<string, string>;
}

/** The files that the checks read; everything else is left alone. */
const readPaths = [
  /^subgraphs\/[^/]+\/schema\.graphql$/,
  /^gateway\/supergraph\.graphql$/,
  /^gateway\/variants\/[^/]+\.graphql$/,
  /^packages\/client-examples\/[^/]+\/(persisted-operations|schema-check)\.json$/,
  /^packages\/events\/published\/\w+\.v\d+\.json$/,
  /^prisma\/[^/]+\/(schema\.prisma|beyond-prisma\.json)$/,
  /^prisma\/[^/]+\/migrations\/[^/]+\/(migration\.sql|schema\.prisma)$/,
  /^prisma\/large-tables\.json$/,
];

/** The folders in which they stand. */
export const readFolders = ['subgraphs', 'gateway', 'packages/client-examples', 'packages/events/published', 'prisma'];

export const isRead = (path: string): boolean => readPaths.some((pattern) => pattern.test(path));
