import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiSchemaOf, composeSupergraph, describeCompositionError, type SubgraphSource } from '@cartograph/composition';
import { composeVariant, type Variant, variants } from '@cartograph/variants';
import type { GeneratedFile } from './generated-file.ts';

/** The supergraph of all subgraphs that have a schema.graphql, in memory. Throws with every composition error. */
export const supergraph = async (root: string): Promise<GeneratedFile> => {
  const result = composeSupergraph(await readSubgraphs(root));
  if (!result.ok)
    throw new Error(`The subgraphs do not compose:\n${result.errors.map(describeCompositionError).join('\n')}`);
  return { path: 'gateway/supergraph.graphql', content: result.supergraphSdl, cure: 'pnpm compose' };
};

/**
 * The variants of the graph, in memory: each as a supergraph that a gateway can serve, and as the schema its clients see.
 * Throws with every composition error.
 */
export const supergraphVariants = async (root: string): Promise<GeneratedFile[]> => {
  const sources = await readSubgraphs(root);
  return variants.flatMap((variant) => variantFiles(sources, variant));
};

const variantFiles = (sources: SubgraphSource[], variant: Variant): GeneratedFile[] => {
  const result = composeVariant(sources, variant);
  if (!result.ok) {
    const errors = result.errors.map(describeCompositionError).join('\n');
    throw new Error(`The ${variant.name} variant does not compose:\n${errors}`);
  }
  return [
    { path: `gateway/variants/${variant.name}.graphql`, content: result.supergraphSdl, cure: 'pnpm compose' },
    { path: `gateway/variants/${variant.name}.api.graphql`, content: result.apiSdl, cure: 'pnpm compose' },
  ];
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
