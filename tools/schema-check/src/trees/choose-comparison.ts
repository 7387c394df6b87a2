import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CannotCheck } from '../complaints.ts';
import { readCommitTree } from './commit-tree.ts';
import type { FileTree } from './file-tree.ts';
import { git } from './git.ts';
import { readPublishedTree } from './published-tree.ts';

export interface Comparison {
  tree: FileTree;
  /** What people should know of how it was chosen. */
  remark?: string;
}

/** What to compare with: a published file, a commit, or without a wish the point where this branch left main. */
export const chooseComparison = async (root: string, wish: string | undefined, now: FileTree): Promise<Comparison> => {
  if (wish === undefined) return (await mergeBase(root)) ?? committedState(now);
  if (await isFile(resolve(root, wish))) return { tree: await readPublishedTree(resolve(root, wish)) };
  const commit = await commitOf(root, wish);
  if (commit === null) {
    throw new CannotCheck(
      `There is neither a file nor a commit "${wish}". Fetch it (a shallow clone has few), or give another --base.`,
    );
  }
  return { tree: await readCommitTree(root, commit, `${wish} (${commit.slice(0, 7)})`) };
};

const mergeBase = async (root: string): Promise<Comparison | null> => {
  for (const main of ['origin/main', 'main']) {
    const commit = (await git(root, ['merge-base', 'HEAD', main]))?.trim();
    if (!commit) continue;
    return { tree: await readCommitTree(root, commit, `the merge base with ${main} (${commit.slice(0, 7)})`) };
  }
  return null;
};

/**
 * Without git, or in a shallow clone, there is one earlier state still: the supergraph that was composed last and committed.
 * Everything else is taken as unchanged.
 */
const committedState = (now: FileTree): Comparison => {
  const files = [...now.files].filter(([path]) => !path.startsWith('subgraphs/'));
  return {
    tree: { label: 'the committed supergraph', files: new Map(files) },
    remark:
      'There is no base: no git, or a clone without main. Compared with gateway/supergraph.graphql as committed; give --base REF or FILE for more.',
  };
};

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const commitOf = async (root: string, ref: string): Promise<string | null> =>
  // A wish that begins with a dash would be an option of git.
  (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))?.trim() ?? null;
