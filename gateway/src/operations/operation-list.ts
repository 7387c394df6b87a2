import { readFile } from 'node:fs/promises';
import { parseManifest } from '@cartograph/client-operations';
import { BadConfig } from '@cartograph/config';
import { stripIgnoredCharacters } from 'graphql';

/** The operations that clients have published: what they may send by id and, where the safelist is enforced, all they may send. */
export type OperationList = {
  /** The text of the operation with that id. */
  bodyOf: (id: string) => string | undefined;
  /** All of their texts. */
  texts: () => readonly string[];
  /** Is this the text of one of them? White space, commas and comments do not count. */
  lists: (text: string) => boolean;
};

/** Reads the manifests. Throws BadConfig for a file that is none, or when two of them give one id to different operations. */
export const readOperationList = async (paths: readonly string[]): Promise<OperationList> => {
  const bodies = new Map<string, string>();
  for (const path of paths) {
    for (const { id, body, name } of await readManifest(path)) {
      if (bodies.has(id) && bodies.get(id) !== body)
        throw bad(`${path} gives operation "${name}" an id that another has`);
      bodies.set(id, body);
    }
  }
  const texts = new Set(bodies.values());
  const shapes = new Set([...texts].map(stripIgnoredCharacters));
  return {
    bodyOf: (id) => bodies.get(id),
    texts: () => [...texts],
    lists: (text) => texts.has(text) || shapes.has(shapeOf(text)),
  };
};

const readManifest = async (path: string) => {
  try {
    return parseManifest(await readFile(path, 'utf8'), path).operations;
  } catch (error) {
    throw bad(error instanceof Error ? error.message : path);
  }
};

const bad = (problem: string): BadConfig => new BadConfig(`PERSISTED_OPERATIONS_PATHS: ${problem}`);

/** What does not even split into words is no operation, and so not one of the list. */
const shapeOf = (text: string): string => {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return '';
  }
};
