import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A committed file that is made from other files. */
export interface GeneratedFile {
  /** Relative to the root. */
  path: string;
  content: string;
  /** The command that writes it. */
  cure: string;
}

/** Whether the file on the disk is not the one that would be generated now. */
export const isOutOfDate = async (root: string, { path, content }: GeneratedFile): Promise<boolean> => {
  const present = await readFile(join(root, path), 'utf8').catch(() => null);
  return present !== content;
};

/** Writes the files that changed and prints one line for each. */
export const writeChanged = async (root: string, files: GeneratedFile[]): Promise<void> => {
  for (const file of files) {
    if (!(await isOutOfDate(root, file))) continue;
    await mkdir(dirname(join(root, file.path)), { recursive: true });
    await writeFile(join(root, file.path), file.content);
    console.log(`wrote ${file.path}`);
  }
};
