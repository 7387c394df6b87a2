import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSupergraph, describeCompositionError } from '@cartograph/composition';

/**
 * The program that composes the schemas below `<root>/subgraphs` into a supergraph file: a process of its own, as the
 * composer takes memory that a running start would keep. Exit code 1 and the reasons on stdout when they do not compose;
 * the file is only ever replaced whole.
 */
const [root = '', supergraphPath = ''] = process.argv.slice(2);

const names = await readdir(join(root, 'subgraphs'));
const sources = await Promise.all(
  names.map(async (name) => ({ name, sdl: await readFile(join(root, 'subgraphs', name, 'schema.graphql'), 'utf8') })),
);
const result = composeSupergraph(sources);
if (result.ok) {
  await writeFile(`${supergraphPath}.new`, result.supergraphSdl);
  await rename(`${supergraphPath}.new`, supergraphPath);
} else {
  process.stdout.write(result.errors.map((error) => `${describeCompositionError(error)}\n`).join(''));
  process.exitCode = 1;
}
