import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiSchemaOf, composeSupergraph, describeCompositionError, type SubgraphSource } from '@cartograph/composition';
import type { GeneratedFile } from './generated-file.ts';

/** The supergraph of all subgraphs that have a schema.graphql, in memory. Throws with every composition error. */
export const supergraph = async (root: string): Promise<GeneratedFile> => {
  const result = composeSupergraph(await readSubgraphs(root));
  if (!result.ok)
    throw new Error(`The subgraphs do not compose:\n${result.errors.map(describeCompositionError).join('\n')}`);
  return { path: 'gateway/supergraph.graphql', content: result.supergraphSdl, cure: 'pnpm compose' };
};

/** The schema.graphql of every subgraph. */
export const readSubgraphs = async (root: string): Promise<SubgraphSource[]> => {
  const names = await readdir(join(root, 'subgraphs'));
  const schemas = names
    .map((name) => ({ name, file: join(root, 'subgraphs', name, 'schema.graphql') }))
    .filter(({ file }) => existsSync(file));
  return Promise.all(schemas.map(async ({ name, file }) => ({ name, sdl: await readFile(file, 'utf8') })));
};

/** The schema that clients see, beside the client examples: what their code generators and editors read. */
export const clientSchema = ({ content }: GeneratedFile): GeneratedFile => ({
  path: 'packages/client-examples/schema.graphql',
  content: apiSchemaOf(content),
  cure: 'pnpm compose',
});
