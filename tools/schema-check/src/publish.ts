import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { composeSupergraph, describeCompositionError, parseSubgraphs } from '@cartograph/composition';
import { composeVariant, variants } from '@cartograph/variants';
import { print } from 'graphql';
import { CannotCheck } from './complaints.ts';
import { readGraph } from './graph/read-graph.ts';
import { git } from './trees/git.ts';
import { publishedText } from './trees/published-tree.ts';
import { readWorkingTree } from './trees/working-tree.ts';

/** Writes what a deployment leaves behind for the checks after it, and for a registry. */
export const publish = async (root: string, out: string): Promise<void> => {
  const commit = (await git(root, ['rev-parse', '--short', 'HEAD']))?.trim();
  const tree = await readWorkingTree(root, commit ? `the published state of ${commit}` : 'a published state');
  const { subgraphs } = readGraph(tree);
  const result = composeSupergraph(subgraphs);
  if (!result.ok) {
    throw new CannotCheck(`The subgraphs do not compose:\n${result.errors.map(describeCompositionError).join('\n')}`);
  }
  const parsed = parseSubgraphs(subgraphs);
  const files: Record<string, string> = {
    'state.json': publishedText(tree),
    'supergraph.graphql': result.supergraphSdl,
    ...Object.fromEntries(subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, sdl])),
  };
  // A registry must know the subgraph inside the gateway too, or it composes a graph without node(id:).
  for (const { name, typeDefs } of parsed.ok ? parsed.subgraphs : []) {
    files[`subgraphs/${name}.graphql`] ??= `${print(typeDefs)}\n`;
  }
  for (const variant of variants) {
    const composed = composeVariant(subgraphs, variant);
    if (!composed.ok) throw new CannotCheck(composed.errors.map(describeCompositionError).join('\n'));
    files[`variants/${variant.name}.graphql`] = composed.supergraphSdl;
    files[`variants/${variant.name}.api.graphql`] = composed.apiSdl;
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  }
  process.stdout.write(`wrote ${Object.keys(files).length} files to ${out}\n`);
};
