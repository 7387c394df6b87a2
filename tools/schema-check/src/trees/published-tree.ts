import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { CannotCheck } from '../complaints.ts';
import type { FileTree } from './file-tree.ts';

const published = z.object({
  version: z.literal(1),
  /** What it is the state of, e.g. a commit. */
  label: z.string(),
  files: z.record(z.string(), z.string()),
});

/** The text of a file that holds a whole state of the graph, to be compared with later. */
export const publishedText = ({ label, files }: FileTree): string =>
  `${JSON.stringify({ version: 1, label, files: Object.fromEntries(files) } satisfies z.input<typeof published>)}\n`;

/** Reads what `publishedText` wrote, or a supergraph as the registries hand it out. */
export const readPublishedTree = async (file: string): Promise<FileTree> => {
  const text = await readFile(file, 'utf8');
  if (/\.graphqls?$/.test(file)) {
    return { label: basename(file), files: new Map([['gateway/supergraph.graphql', text]]) };
  }
  const parsed = published.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new CannotCheck(
      `${file} is no published state of the graph: give a file that \`pnpm schema:publish\` wrote, or a supergraph (.graphql).`,
    );
  }
  return { label: parsed.data.label, files: new Map(Object.entries(parsed.data.files)) };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
